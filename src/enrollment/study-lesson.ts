import { Injectable, Logger } from '@nestjs/common';
import type { Source } from '../courses/index.js';
import { Database } from '../database/index.js';
import { type Access, accessColumns, enrolled, isLive } from './enrollment.queries.js';

export interface StudiedLesson extends Access {
  lesson: {
    slug: string;
    title: string;
    summary: string;
    minutes: number;
    reviewedOn: string;
    html: string;
    sources: Source[];
  } | null;
  /** The article that stands in this lesson. */
  resource: LessonResource | null;
}

export interface LessonResource {
  slug: string;
  title: string;
  author: string;
  reviewedOn: string | null;
  html: string;
  sources: Source[];
  trademarks: string[];
  origin: Source | null;
}

type Row = Access & {
  lesson: Omit<NonNullable<StudiedLesson['lesson']>, 'html'> | null;
  html: string | null;
  resource: LessonResource | null;
};

/** Everything the lesson page shows, by one statement; the first look at a lesson is kept. */
@Injectable()
export class StudyLesson {
  private readonly logger = new Logger('StudyLesson');

  constructor(private readonly db: Database) {}

  /** Undefined without access to the course; `lesson` is null when the learner's edition has no such lesson. */
  async execute(personId: string, courseSlug: string, lessonSlug: string): Promise<StudiedLesson | undefined> {
    const row = await this.db.row<Row>(lessonPage, [personId, courseSlug, lessonSlug]);
    if (!row) return undefined;
    const { html, lesson, ...access } = row;
    const studied = { ...access, lesson: lesson && { ...lesson, html: html! } };
    if (studied.lesson && !(lessonSlug in studied.progress)) this.keepFirstLook(studied.enrollmentId, lessonSlug);
    return studied;
  }

  /** The page does not wait for this; lost in a crash, it is kept at the next look. */
  private keepFirstLook(enrollmentId: string, lessonSlug: string): void {
    void this.db
      .rows(
        `INSERT INTO progress (enrollment_id, item_slug, kind) VALUES ($1, $2, 'lesson')
         ON CONFLICT (enrollment_id, item_slug) DO NOTHING`,
        [enrollmentId, lessonSlug],
      )
      .catch((error: unknown) => this.logger.error({ msg: 'a first look was not kept', enrollmentId, err: error }));
  }
}

// Few columns: their description is read again with every answer. The long text stays outside of the JSON.
const lessonPage = `SELECT ${accessColumns}, l.html,
    CASE WHEN l.slug IS NOT NULL THEN json_build_object('slug', l.slug, 'title', l.title, 'summary', l.summary,
      'minutes', l.minutes, 'reviewedOn', l.reviewed_on, 'sources', l.sources) END AS lesson,
    (SELECT json_build_object('slug', a.slug, 'title', a.title, 'author', a.author, 'reviewedOn', a.reviewed_on,
       'html', a.html, 'sources', a.sources, 'trademarks', a.trademarks, 'origin', a.origin)
     FROM articles a WHERE a.slug = l.article_slug ORDER BY a.number DESC LIMIT 1) AS resource
  FROM ${enrolled}
  LEFT JOIN lessons l ON l.edition_id = e.edition_id AND l.slug = $3
  WHERE e.person_id = $1 AND c.slug = $2 AND ${isLive}`;
