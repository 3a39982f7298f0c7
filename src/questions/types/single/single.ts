import { z } from 'zod';
import { unknownOption } from '../../questions.errors.js';
import { choice, type ChoiceBody, type ChoiceKey, type ChoiceQuestion, optionTwice, rightOptions } from '../choice.js';
import type { QuestionType } from '../question-type.js';
import { readAs } from '../read-as.js';

const form = z.strictObject({ option: z.string().max(40) }).describe('single: the chosen option');
type Response = z.infer<typeof form>;

/** One option is right. */
export const single: QuestionType<ChoiceQuestion, ChoiceBody, ChoiceKey, Response> = {
  ...choice,
  form,

  wrong(question) {
    const right = rightOptions(question);
    const message = optionTwice(question) ?? (right === 1 ? undefined : `Exactly one option is correct, not ${right}.`);
    return message ? { path: ['options'], message } : undefined;
  },

  read(sent, { slots }) {
    const response = readAs(form, sent, 'Choose one option.');
    if (response && !slots.some(({ id }) => id === response.option)) throw unknownOption();
    return response;
  },

  mark: (key, { option }, posed) => ({ credit: choice.reveal(key, posed).options.includes(option) ? 1 : 0 }),

  guess: ({ options }) => 1 / options.length,
};
