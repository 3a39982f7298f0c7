import { z } from 'zod';
import { sourceAnswer } from '../../courses/index.js';
import { slug, words } from '../../shared/index.js';

const day = z.iso.date('write a date as 2026-11-15');

/** The front matter of `book.md`. */
export const bookSchema = z.strictObject({
  title: words(80),
  subtitle: words(120),
  summary: words(200),
  author: words(200),
  published: day,
  reviewed: day,
  trademarks: z.array(words(400)),
  chapters: z.array(slug).min(1, 'name at least one'),
});

/** The front matter of a chapter. */
export const chapterSchema = z.strictObject({
  title: words(120),
  summary: words(200),
  reviewed: day,
  sources: z.array(sourceAnswer.extend({ text: words(400) })).min(1),
});

export interface Chapter extends z.infer<typeof chapterSchema> {
  slug: string;
  /** Safe, and well-formed as XML. */
  html: string;
}

/** A book as it was read from its folder: what an edition keeps. */
export interface BookContent extends Omit<z.infer<typeof bookSchema>, 'chapters'> {
  slug: string;
  introHtml: string;
  chapters: Chapter[];
}
