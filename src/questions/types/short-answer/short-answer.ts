import { z } from 'zod';
import { type Accepted, acceptSchema, creditFor, guessOf, wrongAccepted } from '../../marking/accepted.js';
import type { QuestionType } from '../question-type.js';
import { readAs } from '../read-as.js';

const authored = z.strictObject({ accept: acceptSchema, caseSensitive: z.boolean().default(false) });
const form = z.strictObject({ value: z.string().max(500) }).describe('shortAnswer: what was typed');
interface Key {
  accept: Accepted;
  caseSensitive: boolean;
}

/** A word or a few, typed. */
export const shortAnswer: QuestionType<z.output<typeof authored>, object, Key, z.infer<typeof form>> = {
  authored,
  asked: z.object({}),
  form,
  shuffled: false,

  wrong({ accept, caseSensitive }) {
    const message = wrongAccepted(accept, caseSensitive);
    return message ? { path: ['accept'], message } : undefined;
  },

  split: ({ accept, caseSensitive }) => ({ body: {}, key: { accept, caseSensitive } }),
  parts: () => [],
  ask: () => ({}),

  read(sent) {
    const value = readAs(form, sent, 'Write your answer in at most 500 characters.')?.value.trim();
    return value ? { value } : null;
  },

  mark: ({ accept, caseSensitive }, { value }) => ({ credit: creditFor(accept, value, caseSensitive) }),
  reveal: ({ accept }) => ({ value: accept.find(({ credit }) => Number(credit) === 1)!.text }),
  guess: (_body, { accept }) => guessOf(accept),
};
