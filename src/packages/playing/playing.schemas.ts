import { z } from 'zod';

const longest = 300_000;
const name = z.string().regex(/^(cmi|adl)\.[\w.]{1,200}$/, 'Names begin with cmi. or adl.');

/** What a package commits, by the names of its standard. */
export const stateSchema = z.strictObject({
  item: z.string().min(1).max(500),
  rev: z.int().min(0).describe('The save that this one follows; 0 for the first'),
  data: z
    .record(
      name,
      z
        .string()
        .max(70_000)
        .regex(/^[^\u0000]*$/, 'There is a NUL character.'),
    )
    .refine((data) => JSON.stringify(data).length <= longest, `At most ${longest} characters together.`),
});

export const savedAnswer = z.object({
  rev: z.int(),
  completed: z.boolean().describe('The item is done'),
  finished: z.boolean().describe('All items are done, and with them the lesson'),
});

export const openedAnswer = z.object({
  registration: z.uuid(),
  standard: z.enum(['scorm-1.2', 'scorm-2004']),
  title: z.string(),
  items: z.array(z.object({ id: z.string(), title: z.string(), completed: z.boolean(), open: z.boolean() })),
  item: z.string(),
  frame: z.url().describe('Show this in a frame'),
  launch: z.string().describe('Where the item begins within the frame; for some hours'),
  rev: z.int(),
  data: z.record(z.string(), z.string()),
  score: z.number().nullable().describe('Of 1'),
  seconds: z.int(),
});

export const askedItem = z.object({ item: z.string().max(500).optional() });
