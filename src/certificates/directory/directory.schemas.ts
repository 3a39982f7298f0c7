import { z } from 'zod';
import { slug } from '../../shared/index.js';
import { emptyIsUnset } from '../../web/index.js';

/** How far a holder wants to be found. */
export const reaches = ['nobody', 'directory', 'engines'] as const;
export type Reach = (typeof reaches)[number];

export const listingSchema = z.strictObject({ reach: z.enum(reaches, 'Choose who may find you.') });

const name = z
  .string()
  .trim()
  .max(100, 'Use at most 100 characters.')
  .regex(/^\P{Cc}*$/u, 'Use letters that can be printed.');
const place = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'Choose a place from the list.');

export const directoryFilterSchema = z.object({
  name: emptyIsUnset(name),
  place: emptyIsUnset(place),
  procedure: emptyIsUnset(slug),
  certification: emptyIsUnset(slug),
  after: emptyIsUnset(z.uuid('Begin at the first page.')).describe('`next` of the page before'),
});
export type DirectoryFilter = z.infer<typeof directoryFilterSchema>;

export const directoryPageSchema = z.object({
  items: z.array(
    z.object({
      number: z.string(),
      name: z.string(),
      certification: z.object({ slug: z.string(), title: z.string() }),
      procedures: z.array(z.object({ slug: z.string(), title: z.string() })),
      profession: z.string(),
      place: z.string().describe('Where the licence is from, ISO 3166'),
      validUntil: z.iso.datetime(),
      page: z.url(),
    }),
  ),
  next: z.string().nullable(),
});
