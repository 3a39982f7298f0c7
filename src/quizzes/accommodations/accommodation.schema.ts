import { z } from 'zod';
import { typedNumber, words } from '../../shared/index.js';

const whole = (most: number) =>
  typedNumber(z.number('Write a number.').int('Write a whole number.').min(0).max(most, `At most ${most}.`).default(0));

/** What staff fill in. */
export const accommodationBody = z
  .strictObject({
    email: z.email('Write an e-mail address.'),
    quizId: z
      .uuid()
      .nullish()
      .or(z.literal('').transform(() => null))
      .describe('Left out: all quizzes and exams'),
    multiplier: typedNumber(z.number('Write a number.').min(1, 'At least 1.').max(5, 'At most 5.').default(1)).describe(
      '1.5 is half as much time again',
    ),
    extraMinutes: whole(600),
    breakMinutes: whole(600).describe('Breaks that stop the clock, together'),
    reason: words(500),
  })
  .refine(({ multiplier, extraMinutes, breakMinutes }) => multiplier > 1 || extraMinutes > 0 || breakMinutes > 0, {
    path: ['multiplier'],
    message: 'Grant more time or a break.',
  });
