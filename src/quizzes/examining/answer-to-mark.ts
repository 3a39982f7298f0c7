import type { Tx } from '../../database/index.js';
import { keyOf, type StoredBody, type StoredKey } from '../../questions/index.js';
import { type LockedAttempt, lockAttempt } from '../attempts/lock-attempt.js';
import type { PaperQuestion } from '../paper/paper.js';
import type { Marking } from './final-mark.js';
import { alreadyGraded, noSuchAnswer, ownAttempt } from './examining.errors.js';

export interface Criterion {
  id: string;
  criterion: string;
  marks: number;
  levels: { marks: number; text: string }[];
}

/** An answer that waits for an examiner. */
export interface AnswerToMark {
  attempt: LockedAttempt;
  question: PaperQuestion;
  body: StoredBody;
  rubric: Criterion[];
  response: Record<string, unknown>;
  marking: Marking;
  gradings: { examinerId: string; awarded: number }[];
}

/** SQL: whether the sample of second marking has answer `p.id` of attempt `a`; the same answer gives the same lot. */
export const inSample = `coalesce(('x' || substr(md5(a.id::text || p.id::text), 1, 7))::bit(28)::int % 100 < s.percent, false)`;

/**
 * The answer with its attempt held until the end of the transaction.
 * @throws not_found, own_attempt, already_graded
 */
export async function lockAnswer(
  tx: Tx,
  attemptId: string,
  questionId: string,
  examinerId: string,
): Promise<AnswerToMark> {
  const attempt = await lockAttempt(tx, attemptId, null);
  const question = attempt.paper.find(({ id }) => id === questionId);
  if (!question || attempt.status === 'live' || attempt.voided) throw noSuchAnswer();
  if (attempt.personId === examinerId) throw ownAttempt();
  const found = await tx.row<
    Omit<AnswerToMark, 'attempt' | 'question' | 'rubric' | 'marking'> & Marking & { key: StoredKey; marked: boolean }
  >(
    `SELECT v.body, v.key, r.response, ${inSample} AS "isSecond", coalesce(s.threshold, 0) AS threshold,
       EXISTS (SELECT FROM marks m WHERE m.attempt_id = a.id AND m.question_id = p.id) AS marked,
       ARRAY(SELECT jsonb_build_object('examinerId', g.examiner_id, 'awarded', g.awarded) FROM gradings g
         WHERE g.attempt_id = a.id AND g.question_id = p.id ORDER BY g.round) AS gradings
     FROM attempts a CROSS JOIN jsonb_to_recordset(a.paper) AS p (id uuid, "versionId" uuid)
     JOIN question_versions v ON v.id = p."versionId"
     JOIN responses r ON r.attempt_id = a.id AND r.question_id = p.id AND NOT r.late
     LEFT JOIN second_markings s ON s.quiz_id = a.quiz_id WHERE a.id = $1 AND p.id = $2`,
    [attemptId, questionId],
  );
  if (!found) throw noSuchAnswer();
  const { key, marked, isSecond, threshold, ...answer } = found;
  if (marked || answer.gradings.some((each) => each.examinerId === examinerId)) throw alreadyGraded();
  const { rubric } = keyOf(key, question).right as { rubric: Criterion[] };
  return { attempt, question, ...answer, rubric, marking: { isSecond, threshold } };
}
