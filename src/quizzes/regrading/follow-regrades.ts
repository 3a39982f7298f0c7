import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { ApplyRegrade } from './apply-regrade.js';
import { regradeLock } from './commit-regrade.js';
import { dryRun } from './dry-run.js';
import { affectedMarks, missedRegrades } from './regrade.queries.js';

/** An attempt that got its result after a regrade, with the old key in its paper, takes part in it all the same. */
@Injectable()
export class FollowRegrades {
  constructor(
    private readonly db: Database,
    private readonly applying: ApplyRegrade,
  ) {}

  @OnFact('attempt.graded', 'quizzes.follow-regrades')
  handle({ data: { attemptId } }: Pick<Fact<{ attemptId: string }>, 'data'>): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.lock(regradeLock);
      for (const regrade of await missedRegrades(tx, attemptId)) {
        const { attempts } = dryRun(regrade, await affectedMarks(tx, regrade, [attemptId]));
        await this.applying.apply(tx, regrade, attempts, regrade.committedById!);
      }
    });
  }
}
