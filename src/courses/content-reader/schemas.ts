import { z } from 'zod';
import { moneySchema, slug, words } from '../../shared/index.js';
import { videoSchema } from './video/video-schema.js';
import { itemRulesSchema, needsSchema } from './item-rules.js';

const price = moneySchema.refine(({ amount }) => amount > 0, 'A list price is more than zero.');
const day = z.iso.date('write a date as 2026-11-15');
const slugs = z.array(slug).min(1, 'name at least one');

export const sourceSchema = z.strictObject({ text: words(400), url: z.url({ protocol: /^https?$/ }).optional() });
export type Source = z.infer<typeof sourceSchema>;

/** How much of a module a course asks for. */
const complete = z.enum(['all', 'any', 'none']).optional();
const module = { title: words(120), ...itemRulesSchema, complete };
const lessonModule = z.strictObject({ ...module, lessons: slugs });
const quizModule = z.strictObject({ ...module, quiz: slug });

export const courseSchema = z.strictObject({
  title: words(120),
  summary: words(200),
  audience: words(400),
  reviewed: day,
  reviewedBy: words(120),
  listPrice: price,
  topics: z.array(slug).max(6, 'name at most six').optional(),
  objectives: z.array(words(240)).min(1),
  ...needsSchema,
  evaluation: z.enum(['offered', 'required']).optional(),
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
  preview: z.boolean().optional(),
  video: videoSchema.optional(),
  ...itemRulesSchema,
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
  related: z.array(slug).max(3, 'name at most three').optional(),
  origin: originSchema.optional(),
});

export const bundleSchema = z.strictObject({
  title: words(120),
  summary: words(200),
  courses: slugs,
  listPrice: price,
});

const earned = { title: words(120), statement: words(300), courses: slugs };
const hours = z.number().min(0).max(500);

/** What a certification asks for beyond courses: without exam, licence, practice and an end it is none. */
const certificationSchema = z.strictObject({
  ...earned,
  kind: z.literal('certification'),
  exams: slugs,
  examMonths: z.int().min(1).max(120).optional(),
  professions: slugs,
  practice: z.array(z.strictObject({ procedure: slug, count: z.int().min(1).max(200) })).min(1, 'name at least one'),
  evaluation: z.boolean().default(true),
  validMonths: z.int().min(6).max(60),
  eyes: z.int().min(0).max(2).default(1),
  renewal: z.strictObject({
    hours,
    byProfession: z.record(slug, hours).default({}),
    categories: z.record(slug, hours).default({}),
    windowMonths: z.int().min(1).max(24).default(6),
  }),
});

export const awardSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...earned, kind: z.literal('completion') }),
  certificationSchema,
]);
export type AwardFile = z.infer<typeof awardSchema>;
