import { z } from 'zod';
import { unknownOption } from '../../questions.errors.js';
import { choice, type ChoiceBody, type ChoiceKey, type ChoiceQuestion, optionTwice, rightOptions } from '../choice.js';
import type { QuestionType } from '../question-type.js';
import { readAs } from '../read-as.js';

const form = z.strictObject({ options: z.array(z.string().max(40)).max(50) }).describe('multiple: every chosen option');
type Response = z.infer<typeof form>;

/** Some options are right. All of them and no other earn the marks: a half-safe injection plan is not a safe one. */
export const multiple: QuestionType<ChoiceQuestion, ChoiceBody, ChoiceKey, Response> = {
  ...choice,
  form,

  wrong(question) {
    const right = rightOptions(question);
    const message =
      optionTwice(question) ??
      (right === 0
        ? 'At least one option is correct.'
        : right === question.options.length
          ? 'Not every option may be correct.'
          : undefined);
    return message ? { path: ['options'], message } : undefined;
  },

  read(sent, { slots }) {
    const response = readAs(form, sent, 'Choose every option that applies.');
    if (!response) return null;
    const known = slots.map(({ id }) => id).filter((id) => response.options.includes(id));
    if (known.length !== new Set(response.options).size) throw unknownOption();
    return known.length > 0 ? { options: known } : null;
  },

  mark(key, { options }, posed) {
    const right = new Set(choice.reveal(key, posed).options);
    return { credit: right.size === options.length && options.every((id) => right.has(id)) ? 1 : 0 };
  },

  guess: () => null,
};
