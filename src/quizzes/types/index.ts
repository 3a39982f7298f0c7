import type { QuizQuestion } from '../../courses/index.js';
import { multiple, multipleResponse } from './multiple.js';
import { numeric, numericResponse } from './numeric.js';
import type { AnyQuestionType } from './question-type.js';
import { single, singleResponse } from './single.js';
import { trueFalse, trueFalseResponse } from './true-false.js';

export type TypeName = QuizQuestion['type'];

const types: Record<TypeName, unknown> = { single, multiple, trueFalse, numeric };

export const typeNames = Object.keys(types) as [TypeName, ...TypeName[]];

/** The forms a response can have, one per type, for the description of the API. */
export const responseForms = [singleResponse, multipleResponse, trueFalseResponse, numericResponse] as const;

/** A type by the name stored with a question; what is stored was made by the same type. */
export const questionType = (name: TypeName) => types[name] as AnyQuestionType;

export type { Answer, AnyQuestionType, Asked, Slot } from './question-type.js';
