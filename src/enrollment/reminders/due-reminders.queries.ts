import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { givesAccess } from '../enrollment.queries.js';

export const studySteps = ['begin', 'idle-14', 'idle-45'] as const;
export type StudyStep = (typeof studySteps)[number];

interface Reader {
  personId: string;
  name: string;
  email: string;
  /** What the mail is written once for. */
  key: string;
}

export interface StudyDue extends Reader {
  step: StudyStep;
  /** The course to go on with, or to begin. */
  courseSlug: string;
  title: string;
  begun: boolean;
}

export interface EndingDue extends Reader {
  titles: string[];
  endsAt: Date;
}

/** Days since the last act, or the last course that was opened, in which each step is said. Whoever is told late is not told. */
const studyDays = `(VALUES ('begin', 3, 14), ('idle-14', 14, 45), ('idle-45', 45, 90)) AS s (step, since, until)`;

/** Courses that are open, when they were opened, when they end, and the last look at them or act in them. */
const open = `
  SELECT e.id, e.person_id, e.course_id, e.edition_id, e.completed_at, max(g.granted_at) AS opened_at,
    CASE WHEN bool_or(g.expires_at IS NULL) THEN 'infinity' ELSE max(g.expires_at) END AS ends_at,
    (SELECT max(greatest(pr.first_viewed_at, pr.completed_at)) FROM progress pr WHERE pr.enrollment_id = e.id) AS acted_at
  FROM enrollments e JOIN grants g ON g.enrollment_id = e.id AND ${givesAccess} GROUP BY e.id`;
const reader = 'p.id AS "personId", p.name, p.email';
const mayBeTold = 'p.confirmed_at IS NOT NULL AND p.erased_at IS NULL';
const unwritten = 'NOT EXISTS (SELECT FROM mails m WHERE m.dedupe_key = key)';

@Injectable()
export class DueReminders {
  constructor(private readonly db: Database) {}

  /**
   * Who has not begun for three days, or has paused for 14 or for 45: one line a person, whatever they bought. Whoever
   * studies any course is not reminded of another; a course that ends within two days is not taken up any more.
   */
  study(): Promise<StudyDue[]> {
    return this.db.rows(
      `WITH open AS (${open}), person AS (
         SELECT person_id, max(acted_at) AS acted_at, greatest(max(acted_at), max(opened_at)) AS since,
           coalesce(max(acted_at) < max(opened_at), true) AS is_new
         FROM open GROUP BY person_id
       )
       SELECT ${reader}, s.step, key, c.slug AS "courseSlug", ed.title, o.acted_at IS NOT NULL AS begun
       FROM person JOIN people p ON p.id = person.person_id AND ${mayBeTold}
       JOIN ${studyDays} ON person.since <= now() - make_interval(days => s.since)
         AND person.since > now() - make_interval(days => s.until) AND (s.step = 'begin') = person.is_new
       CROSS JOIN LATERAL (
         SELECT 'study:' || p.id || ':' || s.step || ':' || (person.since AT TIME ZONE 'UTC')::date AS key) AS k
       CROSS JOIN LATERAL (
         SELECT * FROM open WHERE open.person_id = p.id AND completed_at IS NULL AND ends_at > now() + interval '2 days'
         ORDER BY acted_at DESC NULLS LAST, opened_at, id LIMIT 1) AS o
       JOIN courses c ON c.id = o.course_id JOIN editions ed ON ed.id = o.edition_id
       WHERE ${unwritten} ORDER BY p.id`,
    );
  }

  /** Whose access to what is not complete ends within 14 days, and within 3; courses that end on one day are told together. */
  ending(): Promise<EndingDue[]> {
    return this.db.rows(
      `WITH ending AS (
         SELECT o.person_id, (o.ends_at AT TIME ZONE 'UTC')::date AS day, min(o.ends_at) AS ends_at,
           array_agg(ed.title ORDER BY ed.title) AS titles
         FROM (${open}) AS o JOIN editions ed ON ed.id = o.edition_id
         WHERE o.completed_at IS NULL AND o.ends_at < now() + interval '14 days' GROUP BY 1, 2
       )
       SELECT ${reader}, key, e.titles, e.ends_at AS "endsAt"
       FROM ending e JOIN people p ON p.id = e.person_id AND ${mayBeTold}
       CROSS JOIN LATERAL (
         SELECT 'ending:' || p.id || ':' || CASE WHEN e.ends_at < now() + interval '3 days' THEN 3 ELSE 14 END || ':' || e.day
           || ':' || cardinality(e.titles) AS key) AS k
       WHERE ${unwritten} ORDER BY p.id, e.day`,
    );
  }
}
