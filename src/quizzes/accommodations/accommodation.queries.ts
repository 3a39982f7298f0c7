import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { Extra } from '../attempts/time-left.js';

export interface AppliedAccommodation extends Extra {
  breakMinutes: number;
}

const none: AppliedAccommodation = { multiplier: 1, extraMinutes: 0, breakMinutes: 0 };

/** What applies to a person at a quiz: what was granted for it, else what was granted for all, else nothing. */
export async function accommodationOf(runner: Runner, personId: string, quizId: string): Promise<AppliedAccommodation> {
  const row = await runner.row<AppliedAccommodation>(
    `SELECT multiplier::float8 AS multiplier, extra_minutes AS "extraMinutes", break_minutes AS "breakMinutes"
     FROM accommodations WHERE person_id = $1 AND (quiz_id = $2 OR quiz_id IS NULL) AND ended_at IS NULL
     ORDER BY quiz_id NULLS LAST LIMIT 1`,
    [personId, quizId],
  );
  return row ?? none;
}

/** An accommodation as staff see it, newest first. */
export interface AccommodationRow extends AppliedAccommodation {
  id: string;
  person: { name: string; email: string };
  quiz: { id: string; title: string } | null;
  reason: string;
  grantedAt: Date;
  grantedBy: string;
  endedAt: Date | null;
}

@Injectable()
export class AccommodationQueries {
  constructor(private readonly db: Database) {}

  list(search: string | null, limit: number): Promise<AccommodationRow[]> {
    return this.db.rows<AccommodationRow>(
      `SELECT a.id, jsonb_build_object('name', p.name, 'email', p.email) AS person,
         CASE WHEN q.id IS NOT NULL THEN jsonb_build_object('id', q.id, 'title', q.title) END AS quiz,
         a.multiplier::float8 AS multiplier, a.extra_minutes AS "extraMinutes", a.break_minutes AS "breakMinutes", a.reason,
         a.granted_at AS "grantedAt", by_.name AS "grantedBy", a.ended_at AS "endedAt"
       FROM accommodations a JOIN people p ON p.id = a.person_id JOIN people by_ ON by_.id = a.granted_by
         LEFT JOIN quizzes q ON q.id = a.quiz_id
       WHERE $1::text IS NULL OR p.name ILIKE '%' || $1 || '%' OR p.email ILIKE '%' || $1 || '%'
       ORDER BY a.id DESC LIMIT $2`,
      [search && search.replace(/[\\%_]/g, '\\$&'), limit],
    );
  }

  /** What an accommodation can be for. */
  timedQuizzes(): Promise<{ id: string; title: string }[]> {
    return this.db.rows(`SELECT id, title FROM quizzes WHERE minutes IS NOT NULL ORDER BY kind, title`);
  }
}
