import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { attemptPaused } from '../quizzes.errors.js';
import { FinishAttempt } from './finish-attempt.js';
import { lockAttempt } from './lock-attempt.js';
import { isOver } from './time-left.js';

/** Hands the paper in: grades what is saved, once. Repeating it changes nothing. What a proctor stopped stays open. */
@Injectable()
export class SubmitAttempt {
  constructor(
    private readonly db: Database,
    private readonly finishing: FinishAttempt,
  ) {}

  /** @throws not_found, attempt_paused by a proctor */
  async execute(personId: string, attemptId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const attempt = await lockAttempt(tx, attemptId, personId);
      if (attempt.status !== 'live') return;
      if (attempt.pausedBy === 'proctor') throw attemptPaused();
      await this.finishing.finish(tx, attempt, isOver(attempt, attempt.now) ? 'expired' : 'submitted');
    });
  }
}
