import { z } from 'zod';
import { share } from '../../marking/accepted.js';
import { unknownOption } from '../../questions.errors.js';
import {
  choice,
  type ChoiceBody,
  type ChoiceKey,
  optionsOf,
  optionTwice,
  plainOption,
  rightOptions,
} from '../choice.js';
import type { QuestionType } from '../question-type.js';
import { readAs } from '../read-as.js';

const authored = z.strictObject({ options: optionsOf(plainOption.extend({ credit: share.optional() })) });
type Authored = z.output<typeof authored>;
interface Key extends ChoiceKey {
  /** What options that are not the best earn all the same, by the author's names. */
  partial?: Record<string, string>;
}
const form = z.strictObject({ option: z.string().max(40) }).describe('single: the chosen option');

/** One option is right; another may earn a part of the marks. */
export const single: QuestionType<Authored, ChoiceBody, Key, z.infer<typeof form>> = {
  ...choice,
  authored,
  form,

  wrong(question) {
    const right = rightOptions(question);
    const message = optionTwice(question) ?? (right === 1 ? undefined : `Exactly one option is correct, not ${right}.`);
    if (message) return { path: ['options'], message };
    const full = question.options.findIndex(
      ({ correct, credit }) => credit !== undefined && (correct || Number(credit) === 1),
    );
    return full < 0
      ? undefined
      : {
          path: ['options', full, 'credit'],
          message: 'Only options that are not correct earn a part, and less than all.',
        };
  },

  split(question) {
    const { body, key } = choice.split(question);
    const partial = question.options.flatMap(({ id, credit }): [string, string][] => (credit ? [[id, credit]] : []));
    return { body, key: { ...key, ...(partial.length > 0 && { partial: Object.fromEntries(partial) }) } };
  },

  read(sent, { slots }) {
    const response = readAs(form, sent, 'Choose one option.');
    if (response && !slots.some(({ id }) => id === response.option)) throw unknownOption();
    return response;
  },

  mark({ correct, partial = {} }, { option }, { slots }) {
    const part = slots.find(({ id }) => id === option)?.part ?? '';
    return { credit: correct.includes(part) ? 1 : Number(partial[part] ?? 0) };
  },

  reveal: (key, posed) => ({ option: choice.reveal(key, posed).options[0] }),

  guess: ({ options }, { partial = {} }) =>
    Object.values(partial).reduce((sum, credit) => sum + Number(credit), 1) / options.length,
};
