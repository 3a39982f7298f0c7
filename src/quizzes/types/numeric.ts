import { z } from 'zod';
import type { QuizQuestion } from '../../courses/index.js';
import { isWithin, parseDecimal } from '../marking/decimal.js';
import { whyNotANumber } from '../marking/why-not-a-number.js';
import { responseInvalid } from '../quizzes.errors.js';
import type { QuestionType } from './question-type.js';
import { readAs } from './read-as.js';

export const numericResponse = z
  .strictObject({ value: z.string().max(100) })
  .describe('numeric: the number alone, as text, with a decimal point: "2.5"');
type Response = z.infer<typeof numericResponse>;
type Authored = Extract<QuizQuestion, { type: 'numeric' }>;

interface Body {
  text: string;
  unit?: string;
}
interface Key {
  answer: string;
  tolerance: string;
}

/** A number; the ends of the tolerance are included. The unit stands beside the box and is never typed. */
export const numeric: QuestionType<Authored, Body, Key, Response> = {
  shuffled: false,
  split: ({ text, unit, answer, tolerance }) => ({ body: { text, ...(unit && { unit }) }, key: { answer, tolerance } }),
  parts: () => [],
  ask: ({ text, unit }) => ({ text, ...(unit && { unit }) }),

  read(sent) {
    const value = readAs(numericResponse, sent, 'Write a number.')?.value.trim();
    if (!value) return null;
    const wrong = whyNotANumber(value);
    if (wrong) throw responseInvalid(wrong);
    return { value };
  },

  credit({ answer, tolerance }, { value }) {
    const given = parseDecimal(value);
    return given && isWithin(given, parseDecimal(answer)!, parseDecimal(tolerance)!) ? 1 : 0;
  },

  reveal: ({ answer, tolerance }) => ({ value: answer, tolerance }),
};
