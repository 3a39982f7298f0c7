import { z } from 'zod';

const note = z.string().trim().max(4000, 'it is longer than 4,000 characters').default('');
const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z?$/, 'Write a day and a time, in UTC.')
  .transform((text) => new Date(text.endsWith('Z') ? text : `${text}Z`))
  .refine((at) => !Number.isNaN(at.getTime()), 'There is no such day.');

/** What a person can do with a draft in its review. */
export const moveBody = z.discriminatedUnion('move', [
  z.object({ move: z.literal('submitted'), note }),
  z.object({ move: z.literal('taken_back') }),
  z.object({ move: z.literal('changes_asked'), note: note.refine((text) => text !== '', 'Say what should change.') }),
  z.object({ move: z.literal('approved'), note }),
  z.object({ move: z.literal('scheduled'), publishAt: instant }),
  z.object({ move: z.literal('unscheduled') }),
  z.object({ move: z.literal('published') }),
]);
export type MoveBody = z.output<typeof moveBody>;

export const comparedQuery = z.object({
  from: z.coerce.number().int().min(1).max(1e6).optional(),
  to: z.coerce.number().int().min(1).max(1e6).optional(),
});
export const withdrawalBody = z.object({
  number: z.coerce.number().int().min(1).max(1e6),
  reason: z.string().trim().min(1, 'Say why.').max(2000, 'it is longer than 2,000 characters'),
});

export const changedAnswer = z.array(
  z.object({
    path: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    isText: z.boolean(),
  }),
);
export const editionAnswer = z.object({
  number: z.int(),
  title: z.string(),
  publishedAt: z.iso.datetime(),
  door: z.enum(['folder', 'desk']).nullable().describe('By which way it came first'),
  isCurrent: z.boolean(),
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawnBy: z.string().nullable(),
  reason: z.string().nullable(),
});
export const takenInAnswer = z.object({
  taken: z.array(z.string()),
  left: z.array(z.string()).describe('Both changed the same lines: look at these'),
});
