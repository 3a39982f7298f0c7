import { z } from 'zod';

/** What is asked of everybody at the end of a course, each from 1 (not at all) to 5 (fully). */
export const scales = {
  objectives: 'The course taught what it said it would.',
  level: 'It was at the right level for my profession.',
  teaching: 'It was clear and well made.',
  practice: 'I will change something in my practice because of it.',
} as const;
export type Scale = keyof typeof scales;
export const scaleNames = Object.keys(scales) as Scale[];

const oneOfFive = 'Choose one of the five.';
const mark = z.coerce.number(oneOfFive).int(oneOfFive).min(1, oneOfFive).max(5, oneOfFive);
const text = z.string().trim().max(2000, 'Use at most 2,000 characters.').default('');
const yesOrNo = z.enum(['yes', 'no'], 'Say yes or no.');

export const courseEvaluation = z
  .strictObject({
    ...{ objectives: mark, level: mark, teaching: mark, practice: mark },
    biased: yesOrNo.describe('Whether it favoured a product or company'),
    bias: text.describe('Where; asked for when it did'),
    change: text.describe('What will be different in practice'),
    improve: text.describe('What would make the course better'),
  })
  .refine(({ biased, bias }) => biased === 'no' || bias !== '', { path: ['bias'], error: 'Say where it did.' });
export type CourseEvaluation = z.output<typeof courseEvaluation>;
