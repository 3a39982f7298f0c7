import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { sourceSchema } from '../content-reader/index.js';
import { Database } from '../../database/index.js';
import { DomainError, invalidField, slug, words } from '../../shared/index.js';
import { articleHtml, plainWords } from './article-html.js';
import { publishArticles } from './publish-articles.js';

export const articleImportSchema = z.strictObject({
  /** A file of plain text, or of HTML when its name ends in .html or .htm. */
  path: z.string().min(1),
  title: words(160),
  author: words(200),
  /** Where the article was first published. */
  source: z.union([words(400).transform((text) => ({ text })), sourceSchema]),
  trademarks: z.array(words(400)).default([]),
  /** The last part of its address; made from the title when left out. */
  slug: slug.optional(),
  /** The day of its last clinical review; an article without one says so. */
  reviewed: z.iso.date().optional(),
});

/** Takes in an article somebody else wrote, with its author, source and trademark notices, as a resource. */
@Injectable()
export class ImportArticle {
  constructor(private readonly db: Database) {}

  /** Answers with a line for a new edition, and nothing when the article is here already as it is. */
  async execute(input: z.input<typeof articleImportSchema>): Promise<string[]> {
    const parsed = articleImportSchema.safeParse(input);
    if (!parsed.success) throw invalidArticle(parsed.error.issues);
    const { path, title, author, source, trademarks, reviewed = null } = parsed.data;
    const html = articleHtml(await textOf(path), /\.html?$/i.test(path), title);
    const text = plainWords(html);
    if (text === '') throw invalidField('path', `There is no text in ${path}.`, 'article_empty');
    const article = {
      ...{ slug: parsed.data.slug ?? slugOf(title), title, author, html, trademarks, reviewed },
      ...{ summary: cut(text, 200), abstract: cut(text, 500), minutes: Math.ceil(text.split(' ').length / 220) },
      ...{ sources: [source], origin: source },
    };
    return this.db.transaction(async (tx) => {
      await tx.lock('courses.import');
      return publishArticles(tx, [article]);
    });
  }
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: Error) => {
    throw invalidField('path', `The file cannot be read: ${error.message}`, 'article_unreadable');
  });
  if (bytes.length > 2_000_000) throw invalidField('path', 'The file is larger than 2 MB.', 'article_too_large');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Articles of the older web are often in the encoding of Windows.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function invalidArticle(issues: z.core.$ZodIssue[]): DomainError {
  const fields = Object.fromEntries(issues.map(({ path, message }) => [String(path[0] ?? ''), message]));
  const sentence = Object.entries(fields)
    .map(([name, message]) => `${name}: ${message}`)
    .join('; ');
  return new DomainError('article_invalid', `The article cannot be imported. ${sentence}.`, {
    kind: 'invalid',
    fields,
  });
}

function slugOf(title: string): string {
  const ascii = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const name = ascii.slice(0, 80).replace(/^-+|-+$/g, '');
  if (name === '')
    throw invalidField('slug', 'No address can be made from the title: name a slug.', 'article_without_slug');
  return name;
}

/** At most `length` characters, ending at a sentence or a word. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const part = text.slice(0, length - 1);
  const sentence = part.lastIndexOf('. ');
  return sentence > length / 3 ? part.slice(0, sentence + 1) : `${part.slice(0, part.lastIndexOf(' '))}…`;
}
