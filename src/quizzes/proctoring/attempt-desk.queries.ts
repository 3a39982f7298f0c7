import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { AttemptStatus } from '../attempts/attempt.js';
import { isUuid } from '../attempts/lock-attempt.js';
import { type Pauses, pauseColumns } from '../attempts/time-left.js';

/** An attempt as staff see it: no answers, no key. */
export interface DeskAttempt extends Pauses {
  id: string;
  number: number;
  status: AttemptStatus;
  person: { name: string; email: string };
  quiz: { id: string; title: string };
  startedAt: Date;
  deadlineAt: Date | null;
  finishedAt: Date | null;
  gradedAt: Date | null;
  awarded: number | null;
  possible: number;
  cut: number;
  passed: boolean | null;
  critical: boolean;
  voidedAt: Date | null;
  voidReason: string | null;
  questions: number;
  answered: number;
  now: Date;
}

export interface DeskAct {
  action: string;
  seconds: number | null;
  reason: string;
  by: string;
  at: Date;
}

export interface DeskEvent {
  at: Date;
  kind: string;
  data: Record<string, unknown>;
}

export interface DeskFilter {
  q?: string | undefined;
  status?: 'live' | 'finished' | 'waiting' | 'void' | undefined;
  after?: string | undefined;
}

const columns = `a.id, a.number, a.status, jsonb_build_object('name', p.name, 'email', p.email) AS person,
  jsonb_build_object('id', q.id, 'title', q.title) AS quiz, a.started_at AS "startedAt", a.deadline_at AS "deadlineAt",
  a.finished_at AS "finishedAt", a.graded_at AS "gradedAt", a.marks_awarded::float8 AS awarded,
  a.marks_possible::float8 AS possible, a.cut::float8 AS cut, a.passed, a.voided_at AS "voidedAt", a.void_reason AS "voidReason",
  EXISTS (SELECT FROM current_marks m WHERE m.attempt_id = a.id AND m.critical IS NOT NULL) AS critical,
  jsonb_array_length(a.paper) AS questions,
  (SELECT count(*) FROM responses r WHERE r.attempt_id = a.id AND NOT r.late AND r.response IS NOT NULL) AS answered,
  ${pauseColumns}, now() AS now`;
const attempts = 'attempts a JOIN people p ON p.id = a.person_id JOIN quizzes q ON q.id = a.quiz_id';

@Injectable()
export class AttemptDeskQueries {
  constructor(private readonly db: Database) {}

  /** Newest first, at most `limit`, after the one with this id. */
  list({ q, status, after }: DeskFilter, limit: number): Promise<DeskAttempt[]> {
    return this.db.rows<DeskAttempt>(
      `SELECT ${columns} FROM ${attempts}
       WHERE ($1::text IS NULL OR p.name ILIKE '%' || $1 || '%' OR p.email ILIKE '%' || $1 || '%' OR q.title ILIKE '%' || $1 || '%')
         AND CASE $2::text WHEN 'live' THEN a.status = 'live' WHEN 'finished' THEN a.graded_at IS NOT NULL
           WHEN 'waiting' THEN a.status <> 'live' AND a.graded_at IS NULL WHEN 'void' THEN a.voided_at IS NOT NULL ELSE true END
         AND ($3::uuid IS NULL OR a.id < $3)
       ORDER BY a.id DESC LIMIT $4`,
      [q ? q.replace(/[\\%_]/g, '\\$&') : null, status ?? null, after && isUuid(after) ? after : null, limit],
    );
  }

  async find(id: string): Promise<DeskAttempt | undefined> {
    if (!isUuid(id)) return undefined;
    return this.db.row<DeskAttempt>(`SELECT ${columns} FROM ${attempts} WHERE a.id = $1`, [id]);
  }

  acts(id: string): Promise<DeskAct[]> {
    return this.db.rows<DeskAct>(
      `SELECT x.action, x.seconds, x.reason, p.name AS by, x.at FROM attempt_actions x JOIN people p ON p.id = x.by_id
       WHERE x.attempt_id = $1 ORDER BY x.id`,
      [id],
    );
  }

  /** What happened, without answers. */
  events(id: string): Promise<DeskEvent[]> {
    return this.db.rows<DeskEvent>(
      `SELECT at, kind, data - 'response' - 'marked' - 'rules' - 'seed' AS data FROM attempt_events
       WHERE attempt_id = $1 ORDER BY seq`,
      [id],
    );
  }
}
