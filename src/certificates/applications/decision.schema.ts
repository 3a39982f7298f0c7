import { z } from 'zod';

export const decisionSchema = z.strictObject({
  verdict: z.enum(['grant', 'refuse'], 'Choose whether to grant or to refuse.'),
  reason: z
    .string('Say why.')
    .trim()
    .min(1, 'Say why: the candidate reads it when you refuse, and it stays on record.')
    .max(2000, 'Use at most 2,000 characters.'),
});
