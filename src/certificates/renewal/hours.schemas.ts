import { z } from 'zod';

const text = (what: string, most: number) =>
  z.string(what).trim().min(1, what).max(most, `Use at most ${most} characters.`);

/** Hours as people write them, "1.5", in quarters of an hour. */
const hours = z
  .string('Write how many hours, for example 1.5.')
  .trim()
  .regex(/^\d{1,3}([.,]\d{1,2})?$/, 'Write how many hours, for example 1.5.')
  .transform((typed) => Math.round(Number(typed.replace(',', '.')) * 60))
  .refine(
    (minutes) => minutes >= 15 && minutes <= 6000 && minutes % 15 === 0,
    'Use quarters of an hour, up to 100 hours.',
  );

export const hoursReportSchema = z.strictObject({
  title: text('Say what it was.', 200),
  provider: text('Say who held it.', 200),
  category: z.string('Choose a category.').regex(/^[a-z0-9-]{2,60}$/, 'Choose a category.'),
  heldOn: z.iso.date('Write the day as 2026-11-15.'),
  hours,
});
export type HoursReport = z.infer<typeof hoursReportSchema>;

export const hoursDecisionSchema = z
  .strictObject({
    verdict: z.enum(['accept', 'refuse'], 'Choose one.'),
    reason: z.string().trim().max(500, 'Use at most 500 characters.').default(''),
  })
  .refine(({ verdict, reason }) => verdict === 'accept' || reason !== '', {
    path: ['reason'],
    message: 'Say why: the learner reads it.',
  });
