import { z } from 'zod';
import type { QuizQuestion } from '../../courses/index.js';
import type { QuestionType } from './question-type.js';
import { readAs } from './read-as.js';

export const trueFalseResponse = z.strictObject({ value: z.boolean() }).describe('trueFalse');
type Response = z.infer<typeof trueFalseResponse>;
type Authored = Extract<QuizQuestion, { type: 'trueFalse' }>;

export const trueFalse: QuestionType<Authored, { text: string }, { answer: boolean }, Response> = {
  shuffled: false,
  split: ({ text, answer }) => ({ body: { text }, key: { answer } }),
  parts: () => [],
  ask: ({ text }) => ({ text }),
  read: (sent) => readAs(trueFalseResponse, sent, 'Choose true or false.'),
  credit: ({ answer }, { value }) => (value === answer ? 1 : 0),
  reveal: ({ answer }) => ({ value: answer }),
};
