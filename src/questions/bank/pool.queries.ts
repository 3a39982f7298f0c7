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
}

/** What may be drawn today from these pools: approved, valid and not retired. Neither bodies nor keys are read. */
export const drawable = (runner: Runner, pools: string[]): Promise<PoolQuestion[]> =>
  runner.rows<PoolQuestion>(
    `SELECT p.slug AS pool, v."questionId", v.slug, v."versionId", v.type, v.topic, v.difficulty, v.cognitive, v.critical,
       v.marks
     FROM pools p JOIN questions q ON q.pool_id = p.id CROSS JOIN LATERAL (
       SELECT v.question_id AS "questionId", q.slug, v.id AS "versionId", v.type, v.topic, v.difficulty, v.cognitive,
         v.critical, v.marks, v.valid_from, v.valid_until
       FROM question_versions v JOIN approvals a ON a.question_version_id = v.id
       WHERE v.question_id = q.id ORDER BY v.number DESC LIMIT 1
     ) v
     WHERE p.slug = ANY ($1::text[]) AND q.retired_at IS NULL
       AND coalesce(v.valid_from <= current_date, true) AND coalesce(v.valid_until >= current_date, true)`,
    [pools],
  );

/** What is asked, by version. */
export async function bodiesOf(runner: Runner, versionIds: string[]): Promise<Record<string, StoredBody>> {
  const row = await runner.row<{ bodies: Record<string, StoredBody> }>(
    `SELECT coalesce(jsonb_object_agg(id, body), '{}') AS bodies FROM question_versions WHERE id = ANY ($1::uuid[])`,
    [versionIds],
  );
  return row!.bodies;
}

/** Which of these questions may not stand in one paper. */
export async function enemiesAmong(runner: Runner, questionIds: string[]): Promise<[string, string][]> {
  const rows = await runner.rows<{ a: string; b: string }>(
    `SELECT question_a AS a, question_b AS b FROM enemy_items
     WHERE question_a = ANY ($1::uuid[]) AND question_b = ANY ($1::uuid[]) ORDER BY 1, 2`,
    [questionIds],
  );
  return rows.map(({ a, b }): [string, string] => [a, b]);
}
