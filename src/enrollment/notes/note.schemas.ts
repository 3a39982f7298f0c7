import { z } from 'zod';

export const kinds = ['note', 'highlight', 'bookmark'] as const;
export const colours = ['yellow', 'green', 'blue', 'pink'] as const;

/** As it was typed; the line ends of every system are one. */
const text = z
  .string({ error: 'Write something.' })
  .max(20_000, 'Use at most 10,000 characters.')
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .refine((typed) => typed.length <= 10_000, 'Use at most 10,000 characters.')
  // eslint-disable-next-line no-control-regex
  .refine((typed) => !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(typed), 'Leave out control characters.');
const near = z.string().max(60).default('');

export const passage = z.strictObject({
  block: z
    .string()
    .regex(/^[a-z0-9-]{1,200}$/, 'Name a block by its id.')
    .describe('The id of the block it begins in, as it stands in the html of the lesson'),
  quote: z.string().trim().min(1, 'Quote the passage.').max(600, 'Quote at most 600 characters.'),
  before: near.describe('What stands before it: finds it again in another edition'),
  after: near,
});

export const noteSent = z
  .strictObject({
    kind: z.enum(kinds),
    passage: passage.optional().describe('What it is about; a note may be about the whole lesson'),
    colour: z.enum(colours).optional().describe('Of a highlight'),
    text: text.default(''),
  })
  .refine(({ kind, text: said }) => kind !== 'note' || said !== '', { path: ['text'], error: 'Write something.' })
  .refine(({ kind, passage: about }) => kind === 'note' || about, { path: ['passage'], error: 'Quote the passage.' })
  .refine(({ kind, colour }) => (kind === 'highlight') === (colour !== undefined), {
    path: ['colour'],
    error: 'A highlight has a colour, and nothing else has.',
  });
export type NoteSent = z.infer<typeof noteSent>;

/** By the form below a lesson. */
export const noteTyped = z.strictObject({
  text: text.refine((typed) => typed !== '', 'Write something.'),
});

const rev = z.coerce.number({ error: 'Say which revision you saw.' }).int().min(1);
export const noteChanged = z.strictObject({ rev, text, colour: z.enum(colours).optional() });

const search = z.string().trim().max(200).optional();
export const askedNotes = z.object({ q: search, lesson: z.string().max(80).optional() });
export const askedList = askedNotes.extend({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.uuid().optional().describe('The id of the last note already known'),
});

export const noteAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(kinds),
  lesson: z.object({ slug: z.string(), title: z.string() }),
  passage: passage.nullable(),
  found: z.boolean().describe('Whether the passage stands in the lesson as it is read now'),
  colour: z.enum(colours).nullable(),
  text: z.string(),
  rev: z.int(),
  writtenAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export const writtenNote = z.object({ id: z.uuid(), rev: z.int() });
