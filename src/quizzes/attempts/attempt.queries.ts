import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { StoredBody, StoredKey } from '../../questions/index.js';
import type { Paper } from '../paper/paper.js';
import type { AttemptRow } from '../quiz.queries.js';
import { isUuid } from './lock-attempt.js';
import { pauseColumns } from './time-left.js';

/** A saved answer as it stands. */
export interface SavedAnswer {
  rev: number;
  response: Record<string, unknown> | null;
  savedAt: string;
}

/** An attempt with what its candidate may see of the questions, and nothing of what is right. */
export interface AttemptWithPaper extends AttemptRow {
  lease: string;
  paper: Paper;
  quiz: { id: string; slug: string; title: string; course: string };
  /** Marks that pass this paper. */
  cut: number;
  /** Null is no limit. */
  attemptsAllowed: number | null;
  attemptsUsed: number;
  /** Question version → what is asked. */
  bodies: Record<string, StoredBody>;
  /** Question of this paper → answer. */
  answers: Record<string, SavedAnswer>;
  /** Questions of this paper that the learner wants to look at again. */
  flags: string[];
  /** Questions of this paper whose answers were checked in practice. */
  checked: string[];
  /** Nobody sits this exam any more. */
  isClosed: boolean;
  /** The learner completed the course that the attempt belongs to. */
  isCertified: boolean;
}

/** What a review may draw from: read only for a finished attempt. */
export interface Graded {
  /** Question of this paper → marks. */
  marks: Record<string, number>;
  /** Question version → topic. */
  topics: Record<string, string>;
  /** Question version → what is right and why. */
  keys: Record<string, StoredKey>;
  /** Question of this paper → what its examiners wrote, first to last; they have no names. */
  comments: Record<string, string[]>;
}

const withPaper = `a.id, a.number, a.status, a.started_at AS "startedAt", a.deadline_at AS "deadlineAt",
  a.finished_at AS "finishedAt", a.marks_awarded::float8 AS awarded, a.marks_possible::float8 AS possible, a.cut::float8 AS cut, a.passed,
  a.settings, ${pauseColumns}, a.voided_at IS NOT NULL AS voided, a.void_counts AS "voidCounts", now() AS now,
  a.lease_token AS lease, a.paper,
  jsonb_build_object('id', q.id, 'slug', q.slug, 'title', q.title, 'course', c.slug) AS quiz,
  q.attempts AS "attemptsAllowed",
  (SELECT count(*) FROM attempts o WHERE o.person_id = a.person_id AND o.quiz_id = a.quiz_id
     AND o.void_counts IS NOT FALSE) AS "attemptsUsed",
  (SELECT jsonb_object_agg(v.id, v.body) FROM jsonb_to_recordset(a.paper) AS p ("versionId" uuid)
   JOIN question_versions v ON v.id = p."versionId") AS bodies,
  COALESCE((SELECT jsonb_object_agg(r.question_id, jsonb_build_object('rev', r.rev, 'response', r.response,
     'savedAt', to_char(r.saved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
   FROM responses r WHERE r.attempt_id = a.id AND NOT r.late), '{}') AS answers,
  ARRAY(SELECT question_id FROM flags f WHERE f.attempt_id = a.id)::text[] AS flags,
  ARRAY(SELECT question_id FROM answer_checks k WHERE k.attempt_id = a.id)::text[] AS checked,
  coalesce(q.closes_at <= now(), false) AS "isClosed",
  EXISTS (SELECT FROM enrollments e WHERE e.id = a.enrollment_id AND e.completed_at IS NOT NULL) AS "isCertified"`;
const attempts = 'attempts a JOIN quizzes q ON q.id = a.quiz_id JOIN courses c ON c.id = q.course_id';

@Injectable()
export class AttemptQueries {
  constructor(private readonly db: Database) {}

  /** Undefined also for somebody else's. The column "key" is not read here. */
  async withPaper(personId: string, id: string): Promise<AttemptWithPaper | undefined> {
    if (!isUuid(id)) return undefined;
    return this.db.row(`SELECT ${withPaper} FROM ${attempts} WHERE a.id = $1 AND a.person_id = $2`, [id, personId]);
  }

  /** Undefined while the attempt is live: before its end nobody asks what is right. */
  async graded(personId: string, id: string): Promise<(AttemptWithPaper & Graded) | undefined> {
    if (!isUuid(id)) return undefined;
    return this.db.row(
      `SELECT ${withPaper}, g.*, coalesce(w.comments, '{}') AS comments FROM ${attempts} CROSS JOIN LATERAL (
         SELECT jsonb_object_agg(m.question_id, m.awarded) AS marks, jsonb_object_agg(v.id, v.topic) AS topics,
           jsonb_object_agg(v.id, v.key) AS keys
         FROM current_marks m JOIN question_versions v ON v.id = m.question_version_id WHERE m.attempt_id = a.id
       ) g CROSS JOIN LATERAL (
         SELECT jsonb_object_agg(e.question_id, e.said) AS comments FROM (
           SELECT question_id, jsonb_agg(comment ORDER BY round) AS said FROM gradings
           WHERE attempt_id = a.id AND comment <> '' GROUP BY question_id) e
       ) w WHERE a.id = $1 AND a.person_id = $2 AND a.status <> 'live'`,
      [id, personId],
    );
  }

  /** What is right, by version, of the questions whose answers were checked in practice, and of no other. */
  async keysOfChecked(id: string): Promise<Record<string, StoredKey>> {
    const row = await this.db.row<{ keys: Record<string, StoredKey> }>(
      `SELECT coalesce(jsonb_object_agg(v.id, v.key), '{}') AS keys
       FROM answer_checks k JOIN attempts a ON a.id = k.attempt_id
       CROSS JOIN jsonb_to_recordset(a.paper) AS p (id uuid, "versionId" uuid)
       JOIN question_versions v ON v.id = p."versionId"
       WHERE k.attempt_id = $1 AND p.id = k.question_id`,
      [id],
    );
    return row!.keys;
  }
}
