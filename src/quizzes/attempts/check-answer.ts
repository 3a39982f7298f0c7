import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { attemptFinished, noSuchQuestion, nothingToCheck } from '../quizzes.errors.js';
import { questionOf } from './attempt.js';
import { lockAttempt } from './lock-attempt.js';

/** Closes one saved answer of a practice, so that it can be reviewed at once. Checking it twice changes nothing. */
@Injectable()
export class CheckAnswer {
  constructor(private readonly db: Database) {}

  async execute(personId: string, attemptId: string, questionId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const attempt = await lockAttempt(tx, attemptId, personId);
      const { id } = questionOf(attempt, questionId);
      // An exam tells nothing while it runs, and does not tell that it could.
      if ((attempt.settings.review.during ?? []).length === 0) throw noSuchQuestion();
      if (attempt.status !== 'live') throw attemptFinished();
      const answered = await tx.row(
        'SELECT FROM responses WHERE attempt_id = $1 AND question_id = $2 AND NOT late AND response IS NOT NULL',
        [attemptId, id],
      );
      if (!answered) throw nothingToCheck();
      await tx.rows(
        `WITH checked AS (
           INSERT INTO answer_checks (attempt_id, question_id) VALUES ($1, $2)
           ON CONFLICT ON CONSTRAINT pk_answer_checks DO NOTHING RETURNING question_id
         )
         INSERT INTO attempt_events (attempt_id, kind, data)
         SELECT $1, 'answer.checked', jsonb_build_object('question', question_id) FROM checked`,
        [attemptId, id],
      );
    });
  }
}
