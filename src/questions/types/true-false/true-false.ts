import { z } from 'zod';
import type { QuestionType } from '../question-type.js';
import { readAs } from '../read-as.js';

const authored = z.strictObject({ answer: z.boolean() });
const form = z.strictObject({ value: z.boolean() }).describe('trueFalse');

/** A statement that is true or false. */
export const trueFalse: QuestionType<z.output<typeof authored>, object, { answer: boolean }, z.infer<typeof form>> = {
  authored,
  asked: z.object({}),
  form,
  shuffled: false,
  split: ({ answer }) => ({ body: {}, key: { answer } }),
  parts: () => [],
  ask: () => ({}),
  read: (sent) => readAs(form, sent, 'Choose true or false.'),
  mark: ({ answer }, { value }) => ({ credit: value === answer ? 1 : 0 }),
  reveal: ({ answer }) => ({ value: answer }),
  guess: () => 0.5,
};
