import { z } from 'zod';
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

const scoring = z.enum(['all', 'perOption']);
const authored = z.strictObject({ options: optionsOf(plainOption), scoring: scoring.default('all') });
type Scoring = z.output<typeof scoring>;
interface Body extends ChoiceBody {
  scoring?: Scoring;
}
const form = z.strictObject({ options: z.array(z.string().max(40)).max(50) }).describe('multiple: every chosen option');

/**
 * Some options are right. Either all of them and no other earn the marks (a half-safe injection plan is not a safe one),
 * or each right one earns its share and each wrong one takes its share of the wrong ones back, never below nothing.
 */
export const multiple: QuestionType<z.output<typeof authored>, Body, ChoiceKey, z.infer<typeof form>> = {
  ...choice,
  authored,
  asked: choice.asked.extend({ scoring }),
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

  split(question) {
    const { body, key } = choice.split(question);
    return { body: { ...body, scoring: question.scoring }, key };
  },

  // Versions from before there were two ways are marked as they always were.
  ask: (posed) => ({ ...choice.ask(posed), scoring: posed.body.scoring ?? 'all' }),

  read(sent, { slots }) {
    const response = readAs(form, sent, 'Choose every option that applies.');
    if (!response) return null;
    const known = slots.map(({ id }) => id).filter((id) => response.options.includes(id));
    if (known.length !== new Set(response.options).size) throw unknownOption();
    return known.length > 0 ? { options: known } : null;
  },

  mark(key, { options }, posed) {
    const right = new Set(choice.reveal(key, posed).options);
    const hits = options.filter((id) => right.has(id)).length;
    const misses = options.length - hits;
    if (posed.body.scoring !== 'perOption') return { credit: hits === right.size && misses === 0 ? 1 : 0 };
    const wrong = posed.slots.length - right.size;
    // Over one denominator: all right ones are exactly one, whatever the numbers.
    return { credit: Math.max(0, hits * wrong - misses * right.size) / (right.size * wrong) };
  },

  guess: () => null,
};
