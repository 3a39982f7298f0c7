import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { attemptFinished, noBreakLeft } from '../quizzes.errors.js';
import { isOverdue } from './attempt.js';
import { FinishAttempt } from './finish-attempt.js';
import { lockAttempt } from './lock-attempt.js';
import { pause, unpause } from './pause-attempt.js';

/** A break that an accommodation allows: the clock stands still, the questions are hidden. */
@Injectable()
export class TakeBreak {
  constructor(
    private readonly db: Database,
    private readonly finishing: FinishAttempt,
  ) {}

  /** No break brings back an attempt whose time is over. @throws no_break_left, attempt_finished */
  async begin(personId: string, attemptId: string): Promise<void> {
    const began = await this.db.transaction(async (tx) => {
      const attempt = await lockAttempt(tx, attemptId, personId);
      if (isOverdue(attempt, attempt.now)) return this.finishing.finish(tx, attempt, 'expired').then(() => false);
      if (attempt.status === 'live' && attempt.breakUsed >= attempt.breakSeconds) throw noBreakLeft();
      await pause(tx, attempt, 'break', {});
      return true;
    });
    // Refused only after the commit: the attempt stays finished.
    if (!began) throw attemptFinished();
  }

  /** Ends one's own break; a proctor's pause stays. */
  async end(personId: string, attemptId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const attempt = await lockAttempt(tx, attemptId, personId);
      if (attempt.status === 'live' && attempt.pausedBy === 'break') await unpause(tx, attempt);
    });
  }
}
