import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';

export interface AccessGiven {
  personId: string;
  /** What gave the access, `order-line`, and which one. */
  sourceKind: string;
  sourceId: string;
  courseIds: string[];
  /** Edition ids by course id, as promised; a course without one begins in its current edition. */
  editions?: Record<string, string> | undefined;
  /** The first instant without access; left out: no end. */
  expiresAt?: Date | null | undefined;
}

interface Written {
  enrollmentId: string;
  courseId: string;
  isNew: boolean;
}

/** Gives a person courses for one reason. Repeating it changes nothing, even after that reason has ended. */
@Injectable()
export class GrantAccess {
  constructor(private readonly facts: Facts) {}

  /** A new enrollment begins in the edition promised; an older one keeps its own. */
  async grant(tx: Tx, { personId, sourceKind, sourceId, courseIds, editions, expiresAt }: AccessGiven): Promise<void> {
    const courses = [...new Set(courseIds)];
    const ids = () => courses.map(() => newId());
    // The update that changes nothing makes a row that is already there come back, locked.
    const written = await tx.rows<Written>(
      `WITH wanted AS (
         SELECT c.id AS course_id, coalesce(w.edition_id, c.current_edition_id) AS edition_id, w.enrollment_id, w.grant_id
         FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $7::uuid[]) AS w (course_id, enrollment_id, grant_id, edition_id)
         JOIN courses c ON c.id = w.course_id
       ), enrolled AS (
         INSERT INTO enrollments (id, person_id, course_id, edition_id)
         SELECT enrollment_id, $1, course_id, edition_id FROM wanted ORDER BY course_id
         ON CONFLICT (person_id, course_id) DO UPDATE SET person_id = excluded.person_id
         RETURNING id, course_id
       ), granted AS (
         INSERT INTO grants (id, enrollment_id, source_kind, source_id, expires_at)
         SELECT w.grant_id, e.id, $5, $6, $8 FROM enrolled e JOIN wanted w USING (course_id)
         ON CONFLICT (source_kind, source_id, enrollment_id) DO NOTHING
         RETURNING enrollment_id
       )
       SELECT e.id AS "enrollmentId", e.course_id AS "courseId", g.enrollment_id IS NOT NULL AS "isNew"
       FROM enrolled e LEFT JOIN granted g ON g.enrollment_id = e.id`,
      [
        personId,
        courses,
        ids(),
        ids(),
        sourceKind,
        sourceId,
        courses.map((id) => editions?.[id] ?? null),
        expiresAt ?? null,
      ],
    );
    if (written.length !== courses.length) throw new Error('Access was to be given to a course that does not exist.');
    for (const { enrollmentId, courseId, isNew } of written) {
      if (isNew) this.facts.record(tx, 'enrollment.granted', { enrollmentId, personId, courseId });
    }
  }
}
