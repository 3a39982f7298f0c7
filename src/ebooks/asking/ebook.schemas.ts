import { z } from 'zod';
import { sourceAnswer } from '../../courses/index.js';
import { emailSchema } from '../../users/index.js';
import { formats } from '../press/book-files.js';

/** A page of ours without what was asked of it; anything else is left out without a word. */
const sourceSchema = z
  .string()
  .regex(/^\/[a-z0-9/-]{0,150}$/)
  .optional()
  .catch(undefined);

/** What the form sends: a ticked box, or nothing. */
export const askForm = z
  .object({ email: emailSchema, news: z.literal('yes').optional(), from: sourceSchema })
  .transform(({ email, news, from }) => ({ email, news: news === 'yes', source: from ?? null }));

export const askBody = z.strictObject({
  email: emailSchema,
  news: z.boolean().default(false).describe('A consent of its own'),
  source: z
    .string()
    .regex(/^\/[a-z0-9/-]{0,150}$/, 'Give the path of a page, without a query.')
    .optional(),
});

export const arriving = z.object({ from: sourceSchema });

export const bookCard = z.object({
  slug: z.string(),
  title: z.string(),
  subtitle: z.string(),
  summary: z.string(),
  number: z.int().describe('Counts its editions'),
});

export const bookAnswer = bookCard.extend({
  author: z.string(),
  published: z.iso.date(),
  reviewed: z.iso.date(),
  chapters: z.array(
    z.object({ title: z.string(), summary: z.string(), reviewed: z.iso.date(), sources: z.array(sourceAnswer) }),
  ),
  consent: z.object({ version: z.int(), delivery: z.string(), news: z.string() }).describe('What asking agrees to'),
});

export const linkAnswer = z.object({
  ebook: z.string(),
  confirmed: z.boolean(),
  news: z.boolean(),
  expiresAt: z.iso.datetime(),
  files: z
    .array(z.object({ format: z.enum(formats), path: z.string() }))
    .describe('Open once the address is confirmed'),
});
