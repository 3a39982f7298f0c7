import { z } from 'zod';
import { lastPage } from './search.js';
import { kinds } from './search.queries.js';

const typed = z
  .string()
  .max(200, 'Use at most 200 characters.')
  // Marks of our own, and what PostgreSQL does not store.
  .transform((text) => text.replace(/\p{Cc}/gu, ' ').trim());

/** What a page is asked for; what makes no sense is left out. */
export const askedPage = z.object({
  q: typed.catch('').default(''),
  kind: z.enum(kinds).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(lastPage).catch(1).default(1),
});

export const asked = z.object({
  q: typed.pipe(z.string().min(1, 'Say what to look for.')),
  kind: z.enum(kinds).nullable().default(null),
  page: z.coerce.number().int().min(1).max(lastPage).default(1),
});

const marked = z.array(z.object({ text: z.string(), found: z.boolean() }));

export const foundAnswer = z.object({
  items: z.array(
    z.object({
      kind: z.enum(kinds),
      path: z.string(),
      title: marked,
      partOf: z.string().nullable().describe('The course of a lesson'),
      extract: marked.describe('Where it was found, with some words around it'),
    }),
  ),
  counts: z.record(z.enum(kinds), z.int()),
  total: z.int(),
  query: z.string().describe('What was looked for'),
  instead: z.string().nullable().describe('The usual spelling, looked for where what was typed is nowhere'),
});
