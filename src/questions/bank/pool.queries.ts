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

/** How many questions of a pool stand at one place, and whether they are drawn today. Retired ones count nowhere. */
export interface PoolPlace {
  pool: string;
  topic: string;
  difficulty: string;
  cognitive: string;
  state: 'drawable' | 'not approved' | 'not valid';
  questions: number;
}

/** What these pools hold, by topic, difficulty and level: the approved version counts, or the latest if none is. */
export const placesOf = (runner: Runner, pools: string[]): Promise<PoolPlace[]> =>
  runner.rows<PoolPlace>(
    `SELECT p.slug AS pool, v.topic, v.difficulty, v.cognitive, s.state, count(*)::int AS questions
     FROM pools p JOIN questions q ON q.pool_id = p.id CROSS JOIN LATERAL (
       SELECT v.*, a.approved_at FROM question_versions v LEFT JOIN approvals a ON a.question_version_id = v.id
       WHERE v.question_id = q.id ORDER BY a.approved_at IS NULL, v.number DESC LIMIT 1
     ) v CROSS JOIN LATERAL (
       SELECT CASE WHEN v.approved_at IS NULL THEN 'not approved'
         WHEN coalesce(v.valid_from <= current_date, true) AND coalesce(v.valid_until >= current_date, true)
           THEN 'drawable' ELSE 'not valid' END AS state
     ) s
     WHERE p.slug = ANY ($1::text[]) AND q.retired_at IS NULL GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5`,
    [pools],
  );

export interface PoolTopics {
  slug: string;
  title: string;
  topics: string[];
}

/** Every pool with the topics of its questions. */
export const poolTopics = (runner: Runner): Promise<PoolTopics[]> =>
  runner.rows<PoolTopics>(
    `SELECT p.slug, p.title, ARRAY(
       SELECT DISTINCT v.topic FROM questions q JOIN question_versions v ON v.question_id = q.id
       WHERE q.pool_id = p.id AND q.retired_at IS NULL ORDER BY 1) AS topics
     FROM pools p ORDER BY p.title, p.slug`,
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
