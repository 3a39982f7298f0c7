import { z } from 'zod';
import type { Tx } from '../../database/index.js';
import type { StoredBody } from '../../questions/index.js';
import { noSuchAttempt, noSuchQuestion } from '../quizzes.errors.js';
import type { Attempt } from './attempt.js';
import { pauseColumns } from './time-left.js';

export type LockedAttempt = Attempt & { voided: boolean; now: Date };

const columns = `a.id, a.person_id AS "personId", a.enrollment_id AS "enrollmentId", a.quiz_id AS "quizId", q.slug AS "quizSlug",
  c.slug AS "courseSlug", a.status, a.paper, a.settings, a.cut::float8 AS cut, ${pauseColumns}, a.deadline_at AS "deadlineAt",
  a.lease_token AS "leaseToken", a.voided_at IS NOT NULL AS voided, now() AS now`;
const held = `FROM attempts a JOIN quizzes q ON q.id = a.quiz_id JOIN courses c ON c.id = q.course_id
  WHERE a.id = $1 AND ($2::uuid IS NULL OR a.person_id = $2) FOR UPDATE OF a`;

/**
 * The attempt, held until the end of the transaction, with the time at which the transaction began: the time of arrival.
 * @throws not_found also for somebody else's
 */
export async function lockAttempt(tx: Tx, id: string, personId: string | null): Promise<LockedAttempt> {
  if (!isUuid(id)) throw noSuchAttempt();
  const attempt = await tx.row<LockedAttempt>(`SELECT ${columns} ${held}`, [id, personId]);
  if (!attempt) throw noSuchAttempt();
  return attempt;
}

/** With what one of its questions asks: never changed, so that it may be read before the lock is held. */
export async function lockWithQuestion(
  tx: Tx,
  id: string,
  personId: string,
  questionId: string,
): Promise<LockedAttempt & { body: StoredBody }> {
  if (!isUuid(id)) throw noSuchAttempt();
  if (!isUuid(questionId)) throw noSuchQuestion();
  const attempt = await tx.row<LockedAttempt & { body: StoredBody | null }>(
    `SELECT ${columns}, (SELECT v.body FROM jsonb_to_recordset(a.paper) AS p (id uuid, "versionId" uuid)
       JOIN question_versions v ON v.id = p."versionId" WHERE p.id = $3) AS body ${held}`,
    [id, personId, questionId],
  );
  if (!attempt) throw noSuchAttempt();
  if (!attempt.body) throw noSuchQuestion();
  return { ...attempt, body: attempt.body };
}

export const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;
