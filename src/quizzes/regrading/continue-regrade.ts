import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { ApplyRegrade } from './apply-regrade.js';
import { regradeLock } from './commit-regrade.js';
import { dryRun } from './dry-run.js';
import { affectedMarks, regradeById, remainingAttempts } from './regrade.queries.js';

/** Brings a committed regrade to its end, batch by batch. Cut off, it goes on where the last batch ended. */
@Injectable()
export class ContinueRegrade {
  constructor(
    private readonly db: Database,
    private readonly applying: ApplyRegrade,
  ) {}

  @OnFact('regrade.committed', 'quizzes.continue-regrade')
  async handle({ data: { regradeId } }: Pick<Fact<{ regradeId: string }>, 'data'>): Promise<void> {
    while (await this.next(regradeId));
  }

  /** One batch in a transaction of its own. @returns whether attempts may be left */
  private next(regradeId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      await tx.lock(regradeLock);
      const regrade = await regradeById(tx, regradeId);
      if (!regrade?.committedById || regrade.finishedAt) return false;
      const ids = await remainingAttempts(tx, regrade, this.applying.together);
      if (ids.length === 0) {
        await tx.rows('UPDATE regrades SET finished_at = now() WHERE id = $1', [regradeId]);
        return false;
      }
      const { attempts } = dryRun(regrade, await affectedMarks(tx, regrade, ids));
      await this.applying.apply(tx, regrade, attempts, regrade.committedById);
      return true;
    });
  }
}
