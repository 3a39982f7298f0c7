import { z } from 'zod';

export const sourceAnswer = z.object({ text: z.string(), url: z.string().optional() });

export const articleCardSchema = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  author: z.string(),
  minutes: z.int().describe('To read it'),
  reviewedOn: z.iso.date().nullable().describe('The last clinical review'),
});

export const articleSchema = articleCardSchema.extend({
  number: z.int().describe('Counts its editions'),
  publishedAt: z.iso.datetime(),
  abstract: z.string(),
  html: z.string().describe('Sanitised; safe to show'),
  sources: z.array(sourceAnswer),
  trademarks: z.array(z.string()),
  origin: sourceAnswer.nullable().describe('Where an imported article was first published'),
});
