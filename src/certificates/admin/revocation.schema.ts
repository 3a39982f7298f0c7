import { z } from 'zod';

export const revocationSchema = z.strictObject({
  reason: z
    .string('Say why.')
    .trim()
    .min(1, 'Say why, in a few words: the holder reads it too.')
    .max(500, 'Use at most 500 characters.')
    .regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/, 'Use letters that can be printed.'),
});
