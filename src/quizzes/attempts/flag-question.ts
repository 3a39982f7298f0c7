import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { attemptFinished } from '../quizzes.errors.js';
import { questionOf } from './attempt.js';
import { lockAttempt } from './lock-attempt.js';

/** Remembers, or forgets, that the learner wants to look at a question again. */
@Injectable()
export class FlagQuestion {
  constructor(private readonly db: Database) {}

  async execute(personId: string, attemptId: string, questionId: string, flagged: boolean): Promise<void> {
    await this.db.transaction(async (tx) => {
      const attempt = await lockAttempt(tx, attemptId, personId);
      const { id } = questionOf(attempt, questionId);
      if (attempt.status !== 'live') throw attemptFinished();
      await tx.rows(
        flagged
          ? 'INSERT INTO flags (attempt_id, question_id) VALUES ($1, $2) ON CONFLICT ON CONSTRAINT pk_flags DO NOTHING'
          : 'DELETE FROM flags WHERE attempt_id = $1 AND question_id = $2',
        [attemptId, id],
      );
    });
  }
}
