import { cloze } from './cloze/cloze.js';
import { dosing } from './dosing/dosing.js';
import { essay } from './essay/essay.js';
import { faceMap } from './face-map/face-map.js';
import { file } from './file/file.js';
import { hotspot } from './hotspot/hotspot.js';
import { matching } from './matching/matching.js';
import { multiple } from './multiple/multiple.js';
import { numeric } from './numeric/numeric.js';
import type { AnyQuestionType } from './question-type.js';
import { ordering } from './ordering/ordering.js';
import { shortAnswer } from './short-answer/short-answer.js';
import { single } from './single/single.js';
import { trueFalse } from './true-false/true-false.js';

/** Every type that a question, or a part of a vignette, can have. */
export const types = {
  single,
  multiple,
  trueFalse,
  numeric,
  shortAnswer,
  matching,
  ordering,
  cloze,
  dosing,
  essay,
  file,
  hotspot,
  faceMap,
};

export type TypeName = keyof typeof types;

export const typeNames = Object.keys(types) as [TypeName, ...TypeName[]];

/** A type by the name stored with a question; what is stored was made by the same type. */
export const questionType = (name: TypeName) => types[name] as unknown as AnyQuestionType;

/** The forms a response can have, one per type, for the description of the API. */
export const responseForms = typeNames.map((name) => types[name].form);

export type * from './question-type.js';
