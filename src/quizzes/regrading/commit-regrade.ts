import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { isUuid } from '../attempts/lock-attempt.js';
import { ApplyRegrade } from './apply-regrade.js';
import { type AttemptChange, changed, dryRun } from './dry-run.js';
import { affectedMarks, type Regrade, regradeById, regradeRunning } from './regrade.queries.js';
import {
  alreadyCommitted,
  dryRunChanged,
  noSuchRegrade,
  otherRunning,
  ownRegrade,
  regradesCommitter,
} from './regrading.errors.js';

/** Regrades happen one after the other, and attempts that get their result meanwhile wait for them. */
export const regradeLock = 'quizzes.regrade';

/** Commits what the dry run showed. A second person does it. Beyond one batch, a job does the rest. */
@Injectable()
export class CommitRegrade {
  constructor(
    private readonly db: Database,
    private readonly applying: ApplyRegrade,
    private readonly facts: Facts,
  ) {}

  /**
   * `digest` is that of the dry run.
   * @throws not_found, own_regrade, own_attempt, already_committed, regrade_running, dry_run_changed
   */
  execute(id: string, digest: string, personId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.lock(regradeLock);
      const regrade = isUuid(id) ? await regradeById(tx, id) : undefined;
      if (!regrade) throw noSuchRegrade();
      if (regrade.committedAt) throw alreadyCommitted();
      if (regrade.proposedById === personId) throw ownRegrade();
      if (await regradeRunning(tx)) throw otherRunning();
      const run = dryRun(regrade, await affectedMarks(tx, regrade));
      if (run.digest !== digest) throw dryRunChanged();
      if (changed(run).some(({ of }) => of.personId === personId)) throw regradesCommitter();
      await this.begin(tx, regrade, run.attempts, personId);
    });
  }

  private async begin(tx: Tx, regrade: Regrade, attempts: AttemptChange[], personId: string): Promise<void> {
    const first = attempts.slice(0, this.applying.together);
    const isWhole = first.length === attempts.length;
    await tx.rows(
      `UPDATE regrades SET committed_by = $2, committed_at = now(), attempts = $3,
         finished_at = CASE WHEN $4 THEN now() END WHERE id = $1`,
      [regrade.id, personId, attempts.length, isWhole],
    );
    await this.applying.apply(tx, regrade, first, personId);
    if (!isWhole) this.facts.record(tx, 'regrade.committed', { regradeId: regrade.id });
  }
}
