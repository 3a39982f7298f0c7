import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type AnswerToMark, lockAnswer } from './answer-to-mark.js';
import { ImpartialExaminers } from './impartial-examiners.js';
import { claimedByAnother } from './examining.errors.js';

/** Minutes an examiner has for an answer before another may take it. */
export const claimMinutes = 45;

/** Takes an answer to mark it, so that two do not mark the same. Taking it again gives the time anew. */
@Injectable()
export class ClaimAnswer {
  constructor(
    private readonly db: Database,
    private readonly impartial: ImpartialExaminers,
  ) {}

  /** @throws not_found, own_attempt, partial_examiner, already_graded, claimed_by_another */
  execute(attemptId: string, questionId: string, examinerId: string): Promise<AnswerToMark> {
    return this.db.transaction(async (tx) => {
      const answer = await lockAnswer(tx, attemptId, questionId, examinerId);
      await this.impartial.refusePartial(examinerId, answer.attempt.personId, tx);
      const taken = await tx.rows(
        `INSERT INTO grading_claims AS c (attempt_id, question_id, examiner_id, until)
         VALUES ($1, $2, $3, now() + make_interval(mins => ${claimMinutes}))
         ON CONFLICT ON CONSTRAINT pk_grading_claims DO UPDATE SET examiner_id = excluded.examiner_id, until = excluded.until
           WHERE c.examiner_id = excluded.examiner_id OR c.until < now() RETURNING c.until`,
        [attemptId, questionId, examinerId],
      );
      if (taken.length === 0) throw claimedByAnother();
      return answer;
    });
  }
}
