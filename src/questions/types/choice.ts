import { z } from 'zod';
import { slug, words } from '../../shared/index.js';
import { twice } from '../twice.js';
import type { Posed } from './question-type.js';

export const plainOption = z.strictObject({ id: slug, text: words(400), correct: z.boolean().default(false) });

/** Two to twelve options of one kind. */
export const optionsOf = <S extends z.ZodType>(option: S) =>
  z.array(option).min(2, 'a question has at least two options').max(12);

export interface ChoiceQuestion {
  options: z.output<typeof plainOption>[];
}

export interface ChoiceBody {
  options: { id: string; text: string }[];
}

export interface ChoiceKey {
  correct: string[];
}

/** What single and multiple choice share. */
export const choice = {
  asked: z.object({ options: z.array(z.object({ id: z.string(), text: z.string() })) }),
  shuffled: true,

  split: ({ options }: ChoiceQuestion) => ({
    body: { options: options.map(({ id, text }) => ({ id, text })) },
    key: { correct: options.filter(({ correct }) => correct).map(({ id }) => id) },
  }),

  parts: (body: ChoiceBody): string[] => body.options.map(({ id }) => id),

  ask({ body, slots }: Posed<ChoiceBody>) {
    const textOf = new Map(body.options.map(({ id, text }) => [id, text]));
    return { options: slots.map(({ id, part }) => ({ id, text: textOf.get(part) ?? '' })) };
  },

  reveal: (key: ChoiceKey, { slots }: Posed<ChoiceBody>) => ({
    options: slots.filter(({ part }) => key.correct.includes(part)).map(({ id }) => id),
  }),
};

export const rightOptions = ({ options }: ChoiceQuestion): number => options.filter(({ correct }) => correct).length;

export const optionTwice = ({ options }: ChoiceQuestion): string | undefined =>
  twice(options.map(({ id }) => id)).length > 0 ? 'An option id is used twice.' : undefined;
