import { z } from 'zod';

const score = z.coerce
  .number('enter a number')
  .min(0, 'enter 0 or more')
  .max(100)
  .refine((given) => Number.isInteger(given * 4), 'enter whole, half or quarter marks');

export const gradingBody = z.strictObject({
  scores: z.record(z.string().max(80), score).describe('Criterion → marks'),
  comment: z.string().trim().max(4000).default(''),
});

/** The same from form fields: `scores.<criterion>`. */
export const gradingForm = z.record(z.string(), z.unknown()).transform((typed, context) => {
  const scores = Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith('scores.') && value !== '' ? [[name.slice('scores.'.length), value]] : [],
  );
  const read = gradingBody.safeParse({
    scores: Object.fromEntries(scores) as Record<string, unknown>,
    comment: typed['comment'] ?? '',
  });
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});
