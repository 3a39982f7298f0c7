import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { StoredBody, StoredKey } from '../../questions/index.js';
import type { Paper } from '../paper/paper.js';
import type { AttemptRow } from '../quiz.queries.js';
import { isUuid } from './lock-attempt.js';

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
  /** Null is no limit. */
  attemptsAllowed: number | null;
  attemptsUsed: number;
  /** Question version → what is asked. */
  bodies: Record<string, StoredBody>;
  /** Question of this paper → answer. */
  answers: Record<string, SavedAnswer>;
  /** Questions of this paper that the learner wants to look at again. */
  flags: string[];
}

/** What a review may draw from: read only for a finished attempt. */
export interface Graded {
  /** Question of this paper → marks. */
  marks: Record<string, number>;
  /** Question version → topic. */
  topics: Record<string, string>;
  /** Question version → what is right and why. */
  keys: Record<string, StoredKey>;
}

const withPaper = `a.id, a.number, a.status, a.started_at AS "startedAt", a.deadline_at AS "deadlineAt",
  a.finished_at AS "finishedAt", a.marks_awarded::float8 AS awarded, a.marks_possible::float8 AS possible, a.passed,
  a.settings, now() AS now, a.lease_token AS lease, a.paper,
  jsonb_build_object('id', q.id, 'slug', q.slug, 'title', q.title, 'course', c.slug) AS quiz,
  q.attempts AS "attemptsAllowed",
  (SELECT count(*) FROM attempts o WHERE o.person_id = a.person_id AND o.quiz_id = a.quiz_id) AS "attemptsUsed",
  (SELECT jsonb_object_agg(v.id, v.body) FROM jsonb_to_recordset(a.paper) AS p ("versionId" uuid)
   JOIN question_versions v ON v.id = p."versionId") AS bodies,
  COALESCE((SELECT jsonb_object_agg(r.question_id, jsonb_build_object('rev', r.rev, 'response', r.response,
     'savedAt', to_char(r.saved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
   FROM responses r WHERE r.attempt_id = a.id AND NOT r.late), '{}') AS answers,
  ARRAY(SELECT question_id FROM flags f WHERE f.attempt_id = a.id)::text[] AS flags`;
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
      `SELECT ${withPaper}, g.* FROM ${attempts} CROSS JOIN LATERAL (
         SELECT jsonb_object_agg(m.question_id, m.awarded) AS marks, jsonb_object_agg(v.id, v.topic) AS topics,
           jsonb_object_agg(v.id, v.key) AS keys
         FROM marks m JOIN question_versions v ON v.id = m.question_version_id WHERE m.attempt_id = a.id
       ) g WHERE a.id = $1 AND a.person_id = $2 AND a.status <> 'live'`,
      [id, personId],
    );
  }
}
