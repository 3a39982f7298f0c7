import type { Tx } from '../../database/index.js';
import { noSuchBankQuestion } from './bank.errors.js';

/** A question held until the end of the transaction, with its latest version. */
export interface LockedQuestion {
  id: string;
  poolId: string;
  retiredAt: Date | null;
  latest: { id: string; number: number; type: string; authorId: string | null; approved: boolean };
}

/** @throws not_found */
export async function lockQuestion(tx: Tx, pool: string, slug: string): Promise<LockedQuestion> {
  const question = await tx.row<Omit<LockedQuestion, 'latest'>>(
    `SELECT q.id, q.pool_id AS "poolId", q.retired_at AS "retiredAt" FROM questions q JOIN pools p ON p.id = q.pool_id
     WHERE p.slug = $1 AND q.slug = $2 FOR UPDATE OF q`,
    [pool, slug],
  );
  if (!question) throw noSuchBankQuestion();
  // Read after the lock: another writer's version is seen.
  const latest = await tx.row<LockedQuestion['latest']>(
    `SELECT v.id, v.number, v.type, v.author_id AS "authorId",
       EXISTS (SELECT FROM approvals a WHERE a.question_version_id = v.id) AS approved
     FROM question_versions v WHERE v.question_id = $1 ORDER BY v.number DESC LIMIT 1`,
    [question.id],
  );
  return { ...question, latest: latest! };
}
