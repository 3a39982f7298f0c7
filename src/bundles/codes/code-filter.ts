import { z } from 'zod';

const emptyIsNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

export const codeStanding = z.enum(['running', 'next', 'ended', 'used up', 'withdrawn']);

/** What the list of codes is asked for, by page and by API. */
export const codeFilter = z.strictObject({
  q: emptyIsNothing(z.string().trim().max(60)).describe('Part of the code or of what it is for'),
  standing: emptyIsNothing(codeStanding),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
