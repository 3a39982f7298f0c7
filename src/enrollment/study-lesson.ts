import { Injectable, Logger } from '@nestjs/common';
import { FrozenEditions, type Source, type Video } from '../courses/index.js';
import { Database } from '../database/index.js';
import { type Access, isLive, standing } from './enrollment.queries.js';
import { findItem } from './outline-position.js';
import { numberedBlocks, numberedOnce } from './place/numbered-blocks.js';
import { newestPlaceIn, type Place } from './place/place.queries.js';
import { type Rule, ruleOf } from './rules/rule-of.js';
import { Reminders } from './reminders/reminders.js';

export interface StudiedLesson extends Access {
  lesson: {
    slug: string;
    title: string;
    summary: string;
    minutes: number;
    reviewedOn: string;
    html: string;
    sources: Source[];
    video: Video | null;
  } | null;
  /** The article that stands in this lesson. */
  resource: LessonResource | null;
  /** Where they stopped in it. */
  place: Place | null;
  rule: Rule;
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

const opened: Rule = { isOpen: true };

type Row = Omit<Access, 'title' | 'outline'> & { place: (Omit<Place, 'savedAt'> & { savedAt: string }) | null };

/** Everything the lesson page shows. One statement asks what may change; the frozen text is at hand. */
@Injectable()
export class StudyLesson {
  private readonly logger = new Logger('StudyLesson');

  constructor(
    private readonly db: Database,
    private readonly editions: FrozenEditions,
    private readonly reminders: Reminders,
  ) {}

  /** Undefined without access to the course; `lesson` is null when the learner's edition has no such lesson, or it is not open. */
  async execute(personId: string, courseSlug: string, lessonSlug: string): Promise<StudiedLesson | undefined> {
    const access = await this.db.row<Row>(accessAndProgress, [personId, courseSlug, lessonSlug]);
    if (!access) return undefined;
    const [edition, frozen] = await Promise.all([
      this.editions.edition(access.editionId),
      this.editions.lesson(access.editionId, lessonSlug),
    ]);
    const item = findItem(edition!.outline, lessonSlug);
    const rule = item ? ruleOf(item, { ...access, ...edition! }) : opened;
    const found = rule.isOpen ? frozen : undefined;
    const { articleSlug, ...lesson } = found ?? { articleSlug: null };
    const studied: StudiedLesson = {
      ...{ ...access, ...edition!, rule },
      lesson: found ? { ...(lesson as typeof found), html: numberedOnce(found, 'b-') } : null,
      resource: articleSlug === null ? null : await this.resource(articleSlug),
      place: access.place && { ...access.place, savedAt: new Date(access.place.savedAt) },
    };
    if (studied.lesson && !(lessonSlug in studied.progress))
      this.keepFirstLook(personId, studied.enrollmentId, lessonSlug);
    return studied;
  }

  private async resource(slug: string): Promise<LessonResource | null> {
    const found = await this.db.row<LessonResource>(article, [slug]);
    return found ? { ...found, html: numberedBlocks(found.html, 'r-') } : null;
  }

  /** The page does not wait for this; lost in a crash, it is kept at the next look. */
  private keepFirstLook(personId: string, enrollmentId: string, lessonSlug: string): void {
    void this.db
      .transaction(async (tx) => {
        await tx.rows(
          `INSERT INTO progress (enrollment_id, item_slug, kind) VALUES ($1, $2, 'lesson')
           ON CONFLICT (enrollment_id, item_slug) DO NOTHING`,
          [enrollmentId, lessonSlug],
        );
        await this.reminders.studied(tx, personId);
      })
      .catch((error: unknown) => this.logger.error({ msg: 'a first look was not kept', enrollmentId, err: error }));
  }
}

const accessAndProgress = `SELECT e.id AS "enrollmentId", e.person_id AS "personId", e.course_id AS "courseId",
    c.slug AS "courseSlug", e.edition_id AS "editionId", e.completed_at AS "completedAt", ${standing},
    ${newestPlaceIn('$3')} AS place
  FROM enrollments e JOIN courses c ON c.id = e.course_id
  WHERE e.person_id = $1 AND c.slug = $2 AND ${isLive}`;

// An article stands on its own: its current text is shown, whatever edition the lesson is of.
const article = `SELECT slug, title, author, reviewed_on AS "reviewedOn", html, sources, trademarks, origin
  FROM articles WHERE slug = $1 ORDER BY number DESC LIMIT 1`;
