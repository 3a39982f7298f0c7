import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';

/** When a source opened a course to somebody, when they completed it since, when that access ended. UTC days. */
export interface AccessDates {
  sourceId: string;
  courseId: string;
  openedOn: string;
  completedOn: string | null;
  endedOn: string | null;
}

const day = (instant: string) => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;

/** For whoever has to know how far a promise has been kept, and nothing of what was learnt. */
@Injectable()
export class AccessDatesQueries {
  constructor(private readonly db: Database) {}

  of(sourceKind: string, sourceIds: readonly string[], runner: Runner = this.db): Promise<AccessDates[]> {
    return runner.rows<AccessDates>(
      `SELECT g.source_id AS "sourceId", e.course_id AS "courseId", ${day('g.granted_at')} AS "openedOn",
         ${day('greatest(e.completed_at, CASE WHEN e.completed_at IS NOT NULL THEN g.granted_at END)')} AS "completedOn",
         ${day('g.ended_at')} AS "endedOn"
       FROM grants g JOIN enrollments e ON e.id = g.enrollment_id
       WHERE g.source_kind = $1 AND g.source_id = ANY($2::text[])`,
      [sourceKind, sourceIds],
    );
  }
}
