import { z } from 'zod';
import { moneySchema, slug, words } from '../../shared/index.js';

const price = moneySchema.refine(({ amount }) => amount > 0, 'A list price is more than zero.');
const day = z.iso.date('write a date as 2026-11-15');
const slugs = z.array(slug).min(1, 'name at least one');

export const sourceSchema = z.strictObject({ text: words(400), url: z.url({ protocol: /^https?$/ }).optional() });
export type Source = z.infer<typeof sourceSchema>;

const lessonModule = z.strictObject({ title: words(120), lessons: slugs });
const quizModule = z.strictObject({ title: words(120), quiz: slug });

export const courseSchema = z.strictObject({
  title: words(120),
  summary: words(200),
  audience: words(400),
  reviewed: day,
  reviewedBy: words(120),
  listPrice: price,
  objectives: z.array(words(240)).min(1),
  modules: z
    .array(
      z.union([lessonModule, quizModule], 'a module has a title and either "lessons" (a list) or "quiz" (one name)'),
    )
    .min(1),
});

export const lessonSchema = z.strictObject({
  title: words(120),
  summary: words(200),
  minutes: z.int().min(1).max(240),
  reviewed: day,
  sources: z.array(sourceSchema).min(1),
  resource: slug.optional(),
});

/** Where an imported article was first published. */
export const originSchema = z.union([
  words(400).transform((text) => ({ text })),
  z.strictObject({ text: words(400), url: z.url({ protocol: /^https?$/ }).optional() }),
]);
export type Origin = Source;

export const articleSchema = z.strictObject({
  title: words(160),
  summary: words(200),
  author: words(200),
  abstract: words(2000),
  minutes: z.int().min(1).max(240),
  reviewed: day,
  sources: z.array(sourceSchema).min(1),
  trademarks: z.array(words(400)),
  origin: originSchema.optional(),
});

export const bundleSchema = z.strictObject({
  title: words(120),
  summary: words(200),
  courses: slugs,
  listPrice: price,
});

export const awardSchema = z.strictObject({
  title: words(120),
  kind: z.literal('completion'),
  statement: words(300),
  courses: slugs,
});
