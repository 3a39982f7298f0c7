import { z } from 'zod';
import { slugSchema } from '../quote/quote.js';
import { words } from './words.js';

export const bundleTextSchema = z.strictObject({
  title: words('a title', 120),
  summary: words('a summary', 200),
  body: words('the text of the page', 20_000).describe('Markdown'),
});

export const courseSlugs = z.array(slugSchema).max(50, 'A bundle holds at most 50 courses.');

export const newBundleSchema = bundleTextSchema.extend({
  slug: slugSchema.min(1, 'Enter an address.').describe('The last part of its address; it does not change later'),
  courses: courseSlugs.default([]),
});

/** What was left out stays as it is. `version` is the one the editor saw. */
export const bundleChangeSchema = bundleTextSchema.partial().extend({
  version: z.int().min(1),
  courses: courseSlugs.optional(),
});

export type NewBundle = z.infer<typeof newBundleSchema>;
export type BundleChange = z.infer<typeof bundleChangeSchema>;
