import { z } from 'zod';

/** What a candidate declares when applying. */
export const applicationSchema = z.strictObject({
  truthful: z.literal('yes', 'Confirm that what you have shown is true and your own.'),
  conduct: z.literal('yes', 'Accept the code of conduct.'),
});
