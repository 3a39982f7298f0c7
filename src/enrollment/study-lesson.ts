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

interface Row extends Access {
  [column: string]: unknown;
}

/** Everything the lesson page shows, by one statement; the first look at a lesson is kept. */
@Injectable()
export class StudyLesson {
  private readonly logger = new Logger('StudyLesson');

  constructor(private readonly db: Database) {}

  /** Undefined without access to the course; `lesson` is null when the learner's edition has no such lesson. */
  async execute(personId: string, courseSlug: string, lessonSlug: string): Promise<StudiedLesson | undefined> {
    const row = await this.db.row<Row>(lessonPage, [personId, courseSlug, lessonSlug]);
    if (!row) return undefined;
    const studied = studiedLesson(row);
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

const lessonPage = `SELECT ${accessColumns},
    l.slug AS l_slug, l.title AS l_title, l.summary AS l_summary, l.minutes AS l_minutes, l.reviewed_on AS l_reviewed,
    l.html AS l_html, l.sources AS l_sources,
    a.slug AS a_slug, a.title AS a_title, a.author AS a_author, a.reviewed_on AS a_reviewed, a.html AS a_html,
    a.sources AS a_sources, a.trademarks AS a_trademarks, a.origin AS a_origin
  FROM ${enrolled}
  LEFT JOIN lessons l ON l.edition_id = e.edition_id AND l.slug = $3
  LEFT JOIN LATERAL (SELECT * FROM articles WHERE slug = l.article_slug ORDER BY number DESC LIMIT 1) a ON true
  WHERE e.person_id = $1 AND c.slug = $2 AND ${isLive}`;

function studiedLesson(row: Row): StudiedLesson {
  const lesson = {
    ...{ slug: row.l_slug, title: row.l_title, summary: row.l_summary, minutes: row.l_minutes },
    ...{ reviewedOn: row.l_reviewed, html: row.l_html, sources: row.l_sources },
  };
  const resource = {
    ...{ slug: row.a_slug, title: row.a_title, author: row.a_author, reviewedOn: row.a_reviewed, html: row.a_html },
    ...{ sources: row.a_sources, trademarks: row.a_trademarks, origin: row.a_origin },
  };
  const { enrollmentId, personId, courseId, courseSlug, editionId, title, outline, progress, completedAt } = row;
  return {
    ...{ enrollmentId, personId, courseId, courseSlug, editionId, title, outline, progress, completedAt },
    lesson: row.l_slug ? (lesson as StudiedLesson['lesson']) : null,
    resource: row.a_slug ? (resource as LessonResource) : null,
  };
}
