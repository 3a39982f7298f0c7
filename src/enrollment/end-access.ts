import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { Facts } from '../jobs/index.js';

export interface AccessEnded {
  sourceKind: string;
  sourceId: string;
  /** Left out: every course this source gave. */
  courseIds?: string[];
  reason: string;
  at: Date;
}

interface Touched {
  enrollmentId: string;
  personId: string;
  courseId: string;
}

/** Takes back exactly what one source gave. What another source still gives stays open; progress is always kept. */
@Injectable()
export class EndAccess {
  constructor(private readonly facts: Facts) {}

  /** Answers with the enrollments that nothing keeps open any more. Repeating it changes nothing. */
  async end(tx: Tx, { sourceKind, sourceId, courseIds, reason, at }: AccessEnded): Promise<Touched[]> {
    // First the enrollments, in one order: two sources that end together then see each other's end.
    const touched = await tx.rows<Touched>(
      `SELECT e.id AS "enrollmentId", e.person_id AS "personId", e.course_id AS "courseId" FROM enrollments e
       WHERE e.id IN (SELECT enrollment_id FROM grants WHERE source_kind = $1 AND source_id = $2 AND ended_at IS NULL)
         AND ($3::uuid[] IS NULL OR e.course_id = ANY($3))
       ORDER BY e.course_id FOR NO KEY UPDATE`,
      [sourceKind, sourceId, courseIds ?? null],
    );
    const ids = touched.map(({ enrollmentId }) => enrollmentId);
    const ended = await tx.rows<{ id: string }>(
      `UPDATE grants SET ended_at = $4, ended_reason = $5
       WHERE source_kind = $1 AND source_id = $2 AND enrollment_id = ANY($3::uuid[]) AND ended_at IS NULL
       RETURNING enrollment_id AS id`,
      [sourceKind, sourceId, ids, at, reason],
    );
    const open = await tx.rows<{ id: string }>(
      'SELECT DISTINCT enrollment_id AS id FROM grants WHERE enrollment_id = ANY($1::uuid[]) AND ended_at IS NULL',
      [ids],
    );
    const closed = touched.filter(
      ({ enrollmentId }) => ended.some(({ id }) => id === enrollmentId) && !open.some(({ id }) => id === enrollmentId),
    );
    for (const each of closed) this.facts.record(tx, 'enrollment.ended', { ...each });
    return closed;
  }
}
