import { z } from 'zod';
import type { Tx } from '../../database/index.js';
import { noSuchAttempt } from '../quizzes.errors.js';
import type { Attempt } from './attempt.js';
import { pauseColumns } from './time-left.js';

export type LockedAttempt = Attempt & { voided: boolean; now: Date };

/**
 * The attempt, held until the end of the transaction, with the time at which the transaction began: the time of arrival.
 * @throws not_found also for somebody else's
 */
export async function lockAttempt(tx: Tx, id: string, personId: string | null): Promise<LockedAttempt> {
  if (!isUuid(id)) throw noSuchAttempt();
  const attempt = await tx.row<LockedAttempt>(
    `SELECT a.id, a.person_id AS "personId", a.enrollment_id AS "enrollmentId", a.quiz_id AS "quizId", q.slug AS "quizSlug",
       c.slug AS "courseSlug", a.status, a.paper, a.settings, a.cut::float8 AS cut, ${pauseColumns}, a.deadline_at AS "deadlineAt", a.lease_token AS "leaseToken",
       a.voided_at IS NOT NULL AS voided, now() AS now
     FROM attempts a JOIN quizzes q ON q.id = a.quiz_id JOIN courses c ON c.id = q.course_id
     WHERE a.id = $1 AND ($2::uuid IS NULL OR a.person_id = $2) FOR UPDATE OF a`,
    [id, personId],
  );
  if (!attempt) throw noSuchAttempt();
  return attempt;
}

export const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;
