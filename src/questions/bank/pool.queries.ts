import type { Runner } from '../../database/index.js';
import type { TypeName } from '../types/index.js';
import type { StoredBody } from './stored-question.js';

/** A question that may be drawn, in its current version: the latest that was approved. */
export interface PoolQuestion {
  pool: string;
  questionId: string;
  slug: string;
  versionId: string;
  type: TypeName | 'vignette';
  topic: string;
  difficulty: string;
  cognitive: string;
  critical: boolean;
  marks: number;
  body: StoredBody;
}

/** What may be drawn today from these pools: approved, valid and not retired. No key is read. */
export const drawable = (runner: Runner, pools: string[]): Promise<PoolQuestion[]> =>
  runner.rows<PoolQuestion>(
    `SELECT p.slug AS pool, v.* FROM pools p JOIN questions q ON q.pool_id = p.id CROSS JOIN LATERAL (
       SELECT v.question_id AS "questionId", q.slug, v.id AS "versionId", v.type, v.topic, v.difficulty, v.cognitive,
         v.critical, v.marks, v.body, v.valid_from, v.valid_until
       FROM question_versions v JOIN approvals a ON a.question_version_id = v.id
       WHERE v.question_id = q.id ORDER BY v.number DESC LIMIT 1
     ) v
     WHERE p.slug = ANY ($1::text[]) AND q.retired_at IS NULL
       AND coalesce(v.valid_from <= current_date, true) AND coalesce(v.valid_until >= current_date, true)`,
    [pools],
  );
