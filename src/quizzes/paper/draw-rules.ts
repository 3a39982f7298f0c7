import { createHash } from 'node:crypto';
import type { Tx } from '../../database/index.js';
import { enemiesAmong, type PoolQuestion } from '../../questions/index.js';
import type { Quiz } from '../quiz.queries.js';
import type { DrawRules } from './choose-questions.js';

/** What this person met before, and what too many papers held, at this quiz. */
export async function drawRules(tx: Tx, personId: string, quiz: Quiz, pool: PoolQuestion[]): Promise<DrawRules> {
  const row = (await tx.row<Pick<DrawRules, 'seen' | 'overexposed'>>(
    `SELECT ARRAY(
         SELECT DISTINCT v.question_id FROM attempts a CROSS JOIN jsonb_to_recordset(a.paper) AS p ("versionId" uuid)
         JOIN question_versions v ON v.id = p."versionId" WHERE a.person_id = $1 AND a.quiz_id = $2 ORDER BY 1)::text[] AS seen,
       ARRAY(SELECT question_id FROM exposures e JOIN quizzes q ON q.id = e.quiz_id
         WHERE e.quiz_id = $2 AND e.drawn * 100 > e.papers * q.exposure_cap ORDER BY 1)::text[] AS overexposed`,
    [personId, quiz.id],
  ))!;
  const ids = pool.map(({ questionId }) => questionId);
  return { ...row, blueprint: quiz.blueprint, enemies: await enemiesAmong(tx, ids) };
}

/** Keeps what could be drawn, once for all papers that saw the same. @returns its hash */
export async function keepPool(tx: Tx, pool: PoolQuestion[], enemies: DrawRules['enemies']): Promise<string> {
  const versions = pool.map(({ versionId }) => versionId).sort();
  const hash = createHash('sha256')
    .update(JSON.stringify([versions, enemies]))
    .digest('hex');
  await tx.rows(
    `INSERT INTO drawn_pools (hash, versions, enemies) VALUES ($1, $2, $3) ON CONFLICT ON CONSTRAINT pk_drawn_pools DO NOTHING`,
    [hash, versions, JSON.stringify(enemies)],
  );
  return hash;
}
