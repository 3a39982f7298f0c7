import { Injectable } from '@nestjs/common';
import type { OutlineModule } from '../courses/index.js';
import { Database, type Runner } from '../database/index.js';
import type { Progress } from './outline-position.js';

/** A live right to study a course, and how far it got. */
export interface Access {
  enrollmentId: string;
  personId: string;
  courseId: string;
  courseSlug: string;
  editionId: string;
  title: string;
  outline: OutlineModule[];
  progress: Progress;
  completedAt: Date | null;
  /** When the course was begun: days until something opens count from here. */
  createdAt: Date;
  /** Slugs of every course this person completed, in whatever edition. */
  completedCourses: string[];
  /** Of the database, when this was read. */
  now: Date;
}

export interface Enrolled extends Access {
  summary: string;
  /** Which edition of the course this learner studies. */
  number: number;
  minutes: number;
  /** Whether the course is complete only once it is evaluated, and whether it was. */
  asksEvaluation: boolean;
  isEvaluated: boolean;
  lastSeenAt: Date;
}

/** A course that is closed for now. `causes`: `dispute`, `missed_payment`. */
export interface PausedCourse {
  courseId: string;
  courseSlug: string;
  title: string;
  causes: string[];
  /** By a seat or gift: somebody else pays for it. */
  bySeat: boolean;
}

/** A grant gives access while it has not ended, has not expired, and nothing suspends it. */
export const givesAccess = `g.ended_at IS NULL AND g.suspended = '{}' AND (g.expires_at IS NULL OR g.expires_at > now())`;

/** Access is an enrollment with at least one grant that gives it. */
export const isLive = `EXISTS (SELECT FROM grants g WHERE g.enrollment_id = e.id AND ${givesAccess})`;

export const progressOf = `COALESCE((SELECT jsonb_object_agg(p.item_slug, p.completed_at IS NOT NULL)
  FROM progress p WHERE p.enrollment_id = e.id), '{}') AS progress`;

/** What rules look at besides the outline. */
export const standing = `e.created_at AS "createdAt", now() AS now, ARRAY(
  SELECT oc.slug FROM enrollments o JOIN courses oc ON oc.id = o.course_id
  WHERE o.person_id = e.person_id AND o.completed_at IS NOT NULL) AS "completedCourses", ${progressOf}`;

export const accessColumns = `e.id AS "enrollmentId", e.person_id AS "personId", e.course_id AS "courseId",
  c.slug AS "courseSlug", e.edition_id AS "editionId", ed.title, ed.outline, e.completed_at AS "completedAt", ${standing}`;

export const enrolled = `enrollments e JOIN courses c ON c.id = e.course_id JOIN editions ed ON ed.id = e.edition_id`;

@Injectable()
export class EnrollmentQueries {
  constructor(private readonly db: Database) {}

  /** Undefined for a course that does not exist, is not this person's, or is no longer. */
  access(personId: string, courseSlug: string, runner: Runner = this.db): Promise<Access | undefined> {
    return runner.row(`SELECT ${accessColumns} FROM ${enrolled} WHERE e.person_id = $1 AND c.slug = $2 AND ${isLive}`, [
      personId,
      courseSlug,
    ]);
  }

  /** What this person studies, newest first. `after` is the enrollment last seen. */
  all(personId: string, limit: number, after?: string): Promise<Enrolled[]> {
    return this.db.rows(
      `SELECT ${accessColumns}, ed.summary, ed.number, ed.minutes, ed.asks_evaluation AS "asksEvaluation",
         EXISTS (SELECT FROM course_evaluations v WHERE v.enrollment_id = e.id AND v.edition_id = e.edition_id) AS "isEvaluated",
         COALESCE((SELECT max(greatest(p.first_viewed_at, p.completed_at)) FROM progress p WHERE p.enrollment_id = e.id),
           e.created_at) AS "lastSeenAt"
       FROM ${enrolled}
       WHERE e.person_id = $1 AND ${isLive} AND ($3::uuid IS NULL OR e.id < $3) ORDER BY e.id DESC LIMIT $2`,
      [personId, limit, after ?? null],
    );
  }

  /** Courses of this person that nothing opens just now, but would if nothing paused them. */
  paused(personId: string): Promise<PausedCourse[]> {
    return this.db.rows(
      `SELECT c.id AS "courseId", c.slug AS "courseSlug", ed.title, array_agg(DISTINCT cause ORDER BY cause) AS causes,
         bool_and(g.source_kind = 'seat') AS "bySeat"
       FROM ${enrolled} JOIN grants g ON g.enrollment_id = e.id, unnest(g.suspended) AS cause
       WHERE e.person_id = $1 AND NOT ${isLive} AND g.ended_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > now())
       GROUP BY c.id, ed.id ORDER BY ed.title`,
      [personId],
    );
  }

  ownedCourseIds(personId: string, runner: Runner = this.db): Promise<string[]> {
    return courseIds(
      runner,
      `SELECT e.course_id AS id FROM enrollments e WHERE e.person_id = $1 AND ${isLive}`,
      personId,
    );
  }

  /** Completed once is completed, also when the access has ended since. */
  completedCourseIds(personId: string, runner: Runner = this.db): Promise<string[]> {
    return courseIds(
      runner,
      'SELECT course_id AS id FROM enrollments WHERE person_id = $1 AND completed_at IS NOT NULL',
      personId,
    );
  }
}

async function courseIds(runner: Runner, sql: string, personId: string): Promise<string[]> {
  const rows = await runner.rows<{ id: string }>(sql, [personId]);
  return rows.map(({ id }) => id);
}
