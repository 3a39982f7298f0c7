import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every } from '../../jobs/index.js';
import { isOverdue } from './attempt.js';
import { FinishAttempt } from './finish-attempt.js';
import { lockAttempt } from './lock-attempt.js';
import { graceSeconds } from './time-left.js';

const perRun = 500;

/** Finishes attempts whose time is over with the answers that were saved; no browser is needed for it. */
@Injectable()
export class ExpireAttempts {
  private readonly logger = new Logger('Quizzes');

  constructor(
    private readonly db: Database,
    private readonly finishing: FinishAttempt,
  ) {}

  @Every('* * * * *', 'quizzes.expire')
  async execute(): Promise<void> {
    const overdue = await this.db.rows<{ id: string }>(
      `SELECT id FROM attempts WHERE status = 'live' AND deadline_at < now() - make_interval(secs => $1)
         AND (paused_at IS NULL OR (paused_by = 'break' AND deadline_at + make_interval(secs => break_seconds - break_used)
           < now() - make_interval(secs => $1)))
       ORDER BY deadline_at LIMIT $2`,
      [graceSeconds, perRun],
    );
    for (const { id } of overdue) {
      await this.one(id).catch((error: unknown) => {
        // One attempt that cannot be graded must not keep the others open.
        this.logger.error({ msg: 'attempt not expired', attemptId: id, err: error });
      });
    }
  }

  /** Whoever comes second finds it finished. */
  async one(id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const attempt = await lockAttempt(tx, id, null);
      if (isOverdue(attempt, attempt.now)) await this.finishing.finish(tx, attempt, 'expired');
    });
  }
}
