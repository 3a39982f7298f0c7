import type { QuizQuestion } from '../../courses/index.js';
import type { Asked, Slot, Split } from './question-type.js';

export type ChoiceQuestion = Extract<QuizQuestion, { options: unknown }>;

export interface ChoiceBody {
  text: string;
  options: { id: string; text: string }[];
}

export interface ChoiceKey {
  correct: string[];
}

/** What single and multiple choice share. */
export const choice = {
  shuffled: true,

  split: ({ text, options }: ChoiceQuestion): Split<ChoiceBody, ChoiceKey> => ({
    body: { text, options: options.map((option) => ({ id: option.id, text: option.text })) },
    key: { correct: options.filter((option) => option.correct).map((option) => option.id) },
  }),

  parts: (body: ChoiceBody): string[] => body.options.map(({ id }) => id),

  ask(body: ChoiceBody, slots: Slot[]): Asked {
    const textOf = new Map(body.options.map(({ id, text }) => [id, text]));
    return { text: body.text, options: slots.map(({ id, part }) => ({ id, text: textOf.get(part) ?? '' })) };
  },

  reveal: (key: ChoiceKey, slots: Slot[]) => ({
    options: slots.filter(({ part }) => key.correct.includes(part)).map(({ id }) => id),
  }),
};
