import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { type Marked, markedParts, markEnd, markStart } from './marked.js';

export const kinds = ['lesson', 'article', 'course', 'bundle'] as const;
export type Kind = (typeof kinds)[number];

export interface Found {
  kind: Kind;
  path: string;
  title: Marked[];
  /** The course of a lesson. */
  partOf: string | null;
  /** Where it was found, with some words around it. */
  extract: Marked[];
}

interface Looked {
  q: string;
  kind: Kind | null;
  /** Whose lessons may be read. */
  editions: string[];
  /** Addresses of lessons among them that are not open yet. */
  closed: string[];
  limit: number;
  offset: number;
}

/**
 * `$1`: what was typed, `$2`: editions whose lessons may be read, `$3`: but these not yet. A course is found in the edition that is current and while
 * it is sold, a bundle while it is sold, and so is a free lesson, for who does not study its course.
 */
const readable = `
  search_documents d, websearch_to_tsquery('english', $1) AS asked
  WHERE d.vector @@ asked AND CASE d.kind
    WHEN 'lesson' THEN d.edition_id = ANY($2::uuid[]) AND d.path <> ALL($3::text[]) OR d.free AND EXISTS (
      SELECT FROM courses c JOIN products p ON p.course_id = c.id
      WHERE c.current_edition_id = d.edition_id AND p.status = 'published'
        AND c.id NOT IN (SELECT e.course_id FROM editions e WHERE e.id = ANY($2::uuid[])))
    WHEN 'course' THEN EXISTS (SELECT FROM courses c JOIN products p ON p.course_id = c.id
      WHERE c.current_edition_id = d.edition_id AND p.status = 'published')
    WHEN 'bundle' THEN EXISTS (SELECT FROM products p WHERE p.id = d.key::uuid AND p.status = 'published')
    ELSE true END`;
const marks = `StartSel=${markStart}, StopSel=${markEnd}`;

@Injectable()
export class SearchQueries {
  constructor(private readonly db: Database) {}

  /** The best first: by how often and how close together the words stand, in the title more than in the text. */
  async find({ q, kind, editions, closed, limit, offset }: Looked): Promise<Found[]> {
    const rows = await this.db.rows<{
      kind: Kind;
      path: string;
      title: string;
      partOf: string | null;
      extract: string;
    }>(
      `WITH best AS (
         SELECT d.*, asked, ts_rank_cd(d.vector, asked, 1) AS rank FROM ${readable} AND ($4::text IS NULL OR d.kind = $4)
         ORDER BY rank DESC, d.kind, d.key LIMIT $5 OFFSET $6)
       SELECT kind, part_of AS "partOf",
         CASE WHEN free AND edition_id <> ALL($2::uuid[]) THEN regexp_replace(path, '^/learn/([^/]+)/', '/courses/\\1/previews/')
           ELSE path END AS path,
         ts_headline('english', title, asked, '${marks}, HighlightAll=true') AS title,
         ts_headline('english', text, asked, '${marks}, MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter=" … "')
           AS extract
       FROM best ORDER BY rank DESC, kind, key`,
      [q, editions, closed, kind, limit, offset],
    );
    return rows.map(({ title, extract, ...row }) => ({
      ...row,
      title: markedParts(title),
      extract: markedParts(extract),
    }));
  }

  async counts(q: string, editions: string[], closed: string[]): Promise<Record<Kind, number>> {
    const rows = await this.db.rows<{ kind: Kind; count: number }>(
      `SELECT d.kind, count(*)::int AS count FROM ${readable} GROUP BY 1`,
      [q, editions, closed],
    );
    const counts = { lesson: 0, article: 0, course: 0, bundle: 0 };
    for (const { kind, count } of rows) counts[kind] = count;
    return counts;
  }

  /** The words typed, each that nobody wrote replaced by the one most like it; null where there is nothing to replace. */
  async instead(q: string): Promise<string | null> {
    const typed = [...new Set(q.toLowerCase().match(/\p{L}{4,40}/gu) ?? [])].slice(0, 8);
    const rows = await this.db.rows<{ typed: string; word: string }>(
      `SELECT t.typed, (SELECT w.word FROM search_words w WHERE w.word % t.typed
         ORDER BY similarity(w.word, t.typed) DESC, abs(length(w.word) - length(t.typed)), w.word LIMIT 1) AS word
       FROM unnest($1::text[]) AS t (typed) WHERE NOT EXISTS (SELECT FROM search_words w WHERE w.word = t.typed)`,
      [typed],
    );
    const better = new Map(rows.filter(({ word }) => word !== null).map((row) => [row.typed, row.word]));
    if (better.size === 0) return null;
    return q.replace(/\p{L}+/gu, (word) => better.get(word.toLowerCase()) ?? word);
  }
}
