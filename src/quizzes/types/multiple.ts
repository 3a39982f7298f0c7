import { z } from 'zod';
import { unknownOption } from '../quizzes.errors.js';
import { choice, type ChoiceBody, type ChoiceKey, type ChoiceQuestion } from './choice.js';
import type { QuestionType } from './question-type.js';
import { readAs } from './read-as.js';

export const multipleResponse = z
  .strictObject({ options: z.array(z.string().max(40)).max(50) })
  .describe('multiple: every chosen option');
type Response = z.infer<typeof multipleResponse>;

/** Some options are right. All of them and no other earn the marks: a half-safe injection plan is not a safe one. */
export const multiple: QuestionType<ChoiceQuestion, ChoiceBody, ChoiceKey, Response> = {
  ...choice,

  read(sent, slots) {
    const response = readAs(multipleResponse, sent, 'Choose every option that applies.');
    if (!response) return null;
    const known = slots.map(({ id }) => id).filter((id) => response.options.includes(id));
    if (known.length !== new Set(response.options).size) throw unknownOption();
    return known.length > 0 ? { options: known } : null;
  },

  credit(key, { options }, slots) {
    const right = new Set(choice.reveal(key, slots).options);
    return right.size === options.length && options.every((id) => right.has(id)) ? 1 : 0;
  },
};
