import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { ConcludeAttempt } from '../attempts/conclude-attempt.js';
import type { QuestionMark } from '../marking/mark-question.js';
import { type AnswerToMark, lockAnswer } from './answer-to-mark.js';
import { notClaimed } from './examining.errors.js';
import { finalMark } from './final-mark.js';
import { rubricScore } from './rubric-score.js';

export interface Grading {
  attemptId: string;
  questionId: string;
  examinerId: string;
  /** Criterion → marks. */
  scores: Record<string, number>;
  comment: string;
}

/** Marks an answer by its rubric. When every mark of the attempt is there, the attempt gets its result. */
@Injectable()
export class GradeAnswer {
  constructor(
    private readonly db: Database,
    private readonly concluding: ConcludeAttempt,
  ) {}

  /** @throws not_found, own_attempt, already_graded, not_claimed, rubric_incomplete */
  execute(grading: Grading): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { attemptId, questionId, examinerId, scores, comment } = grading;
      const answer = await lockAnswer(tx, attemptId, questionId, examinerId);
      const released = await tx.rows(
        `DELETE FROM grading_claims WHERE attempt_id = $1 AND question_id = $2 AND examiner_id = $3 AND until >= now()
         RETURNING examiner_id`,
        [attemptId, questionId, examinerId],
      );
      if (released.length === 0) throw notClaimed();
      const awarded = rubricScore(answer.rubric, scores);
      await tx.rows(
        `INSERT INTO gradings (attempt_id, question_id, round, examiner_id, scores, comment, awarded, possible)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[attemptId, questionId, answer.gradings.length + 1, examinerId, JSON.stringify(scores), comment],
          ...[awarded, answer.question.marks],
        ],
      );
      const all = [...answer.gradings.map((each) => each.awarded), awarded];
      const mark = finalMark(all, answer.question.marks, answer.marking);
      if (mark !== undefined) await this.settle(tx, answer, mark);
    });
  }

  private async settle(tx: Tx, { attempt, question }: AnswerToMark, awarded: number): Promise<void> {
    const critical = question.critical && awarded < question.marks ? 'A critical item was not answered right.' : null;
    await tx.rows(
      `WITH logged AS (
         INSERT INTO attempt_events (attempt_id, kind, data)
         VALUES ($1, 'answer.marked', jsonb_build_object('question', $2::uuid, 'awarded', $5::numeric, 'possible', $6::numeric))
       )
       INSERT INTO marks (attempt_id, question_id, question_version_id, part, awarded, possible, critical, cause)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'examiner')`,
      [attempt.id, question.id, question.versionId, question.part ?? null, awarded, question.marks, critical],
    );
    const marks = await tx.rows<Pick<QuestionMark, 'awarded' | 'possible' | 'critical'>>(
      `SELECT awarded::float8 AS awarded, possible::float8 AS possible, critical FROM current_marks WHERE attempt_id = $1`,
      [attempt.id],
    );
    if (marks.length === attempt.paper.length) await this.concluding.conclude(tx, attempt, marks);
  }
}
