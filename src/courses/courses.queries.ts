import { Injectable } from '@nestjs/common';
import type { OutlineModule, Source, Video } from './content-reader/index.js';
import { Database, type Runner } from '../database/index.js';

/** A course as a list shows it. */
export interface CourseCard {
  id: string;
  slug: string;
  title: string;
  summary: string;
  audience: string;
  minutes: number;
  lessonCount: number;
  quizCount: number;
  /** `2026-11-15` */
  reviewedOn: string;
}

/** A course as its own page shows it, in its current edition. */
export interface CourseDetail extends CourseCard {
  editionId: string;
  number: number;
  publishedAt: Date;
  reviewedBy: string;
  objectives: string[];
  introHtml: string;
  outline: OutlineModule[];
}

export interface Lesson {
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  reviewedOn: string;
  html: string;
  sources: Source[];
  articleSlug: string | null;
  video: Video | null;
}

const card = `c.id, c.slug, e.title, e.summary, e.audience, e.minutes, e.reviewed_on AS "reviewedOn",
  jsonb_array_length(jsonb_path_query_array(e.outline, '$[*].items[*] ? (@.kind == "lesson")')) AS "lessonCount",
  jsonb_array_length(jsonb_path_query_array(e.outline, '$[*].items[*] ? (@.kind == "quiz")')) AS "quizCount"`;
const current = 'courses c JOIN editions e ON e.id = c.current_edition_id';

@Injectable()
export class CourseQueries {
  constructor(private readonly db: Database) {}

  /** Every course, by title. */
  published(runner: Runner = this.db): Promise<CourseCard[]> {
    return runner.rows(`SELECT ${card} FROM ${current} ORDER BY e.title`);
  }

  bySlug(slug: string, runner: Runner = this.db): Promise<CourseDetail | undefined> {
    return runner.row(
      `SELECT ${card}, e.id AS "editionId", e.number, e.published_at AS "publishedAt", e.reviewed_by AS "reviewedBy",
         e.objectives, e.intro_html AS "introHtml", e.outline
       FROM ${current} WHERE c.slug = $1`,
      [slug],
    );
  }

  lesson(editionId: string, slug: string, runner: Runner = this.db): Promise<Lesson | undefined> {
    return runner.row(
      `SELECT slug, title, summary, minutes, reviewed_on AS "reviewedOn", html, sources, article_slug AS "articleSlug", video
       FROM lessons WHERE edition_id = $1 AND slug = $2`,
      [editionId, slug],
    );
  }

  async exists(slug: string, runner: Runner = this.db): Promise<boolean> {
    return (await runner.row('SELECT FROM courses WHERE slug = $1', [slug])) !== undefined;
  }

  /** The ids of those courses that exist. */
  async idsBySlug(slugs: string[], runner: Runner = this.db): Promise<Map<string, string>> {
    const rows = await runner.rows<{ slug: string; id: string }>(
      'SELECT slug, id FROM courses WHERE slug = ANY($1::text[])',
      [slugs],
    );
    return new Map(rows.map(({ slug, id }) => [slug, id]));
  }
}
