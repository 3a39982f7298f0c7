import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { noBreakLeft } from '../quizzes.errors.js';
import { lockAttempt } from './lock-attempt.js';
import { pause, unpause } from './pause-attempt.js';

/** A break that an accommodation allows: the clock stands still, the questions are hidden. */
@Injectable()
export class TakeBreak {
  constructor(private readonly db: Database) {}

  async begin(personId: string, attemptId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const attempt = await lockAttempt(tx, attemptId, personId);
      if (attempt.status === 'live' && attempt.breakUsed >= attempt.breakSeconds) throw noBreakLeft();
      await pause(tx, attempt, 'break', {});
    });
  }

  /** Ends one's own break; a proctor's pause stays. */
  async end(personId: string, attemptId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const attempt = await lockAttempt(tx, attemptId, personId);
      if (attempt.status === 'live' && attempt.pausedBy === 'break') await unpause(tx, attempt);
    });
  }
}
