import { z } from 'zod';
import { slug } from '../../shared/index.js';

const emptyIsNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** Hours of study in it: up to one, up to three, more. */
export const studyTimes = ['short', 'medium', 'long'] as const;
export type StudyTimeName = (typeof studyTimes)[number];

const yes = z.literal('yes');

/** What somebody looks for among what is sold, by page and by API. */
export const shelfFilter = {
  q: emptyIsNothing(z.string().trim().max(100)).describe('Words that stand in title, summary or audience'),
  kind: emptyIsNothing(z.enum(['bundle', 'course'])),
  topic: emptyIsNothing(slug).describe('What it is about, such as `safety`'),
  time: emptyIsNothing(z.enum(studyTimes)).describe('Up to an hour, up to three, or more'),
  free: emptyIsNothing(yes).describe('With a lesson that anybody may read'),
  offer: emptyIsNothing(yes).describe('At a limited-time price now'),
};

/** For a page: an address that says what there is not says nothing there. */
export const lenientFilter = z.object({
  q: shelfFilter.q.catch(undefined),
  kind: shelfFilter.kind.catch(undefined),
  topic: shelfFilter.topic.catch(undefined),
  time: shelfFilter.time.catch(undefined),
  free: shelfFilter.free.catch(undefined),
  offer: shelfFilter.offer.catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type ShelfFilter = z.infer<z.ZodObject<typeof shelfFilter>>;
export type FilterName = keyof ShelfFilter;
export const filterNames = Object.keys(shelfFilter) as FilterName[];

/** In an address, as it was asked. */
export const filterQuery = (filter: ShelfFilter, more: Record<string, string> = {}): string => {
  const asked = filterNames.flatMap((name) => (filter[name] ? [[name, filter[name]] as [string, string]] : []));
  return new URLSearchParams([...asked, ...Object.entries(more)]).toString();
};
