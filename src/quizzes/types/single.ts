import { z } from 'zod';
import { unknownOption } from '../quizzes.errors.js';
import { choice, type ChoiceBody, type ChoiceKey, type ChoiceQuestion } from './choice.js';
import type { QuestionType } from './question-type.js';
import { readAs } from './read-as.js';

export const singleResponse = z.strictObject({ option: z.string().max(40) }).describe('single: the chosen option');
type Response = z.infer<typeof singleResponse>;

/** One option is right. */
export const single: QuestionType<ChoiceQuestion, ChoiceBody, ChoiceKey, Response> = {
  ...choice,

  read(sent, slots) {
    const response = readAs(singleResponse, sent, 'Choose one option.');
    if (response && !slots.some(({ id }) => id === response.option)) throw unknownOption();
    return response;
  },

  credit(key, { option }, slots) {
    return choice.reveal(key, slots).options.includes(option) ? 1 : 0;
  },
};
