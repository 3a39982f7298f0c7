import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { isUuid } from '../attempts/lock-attempt.js';
import { ApplyRegrade } from './apply-regrade.js';
import { dryRun } from './dry-run.js';
import { affectedMarks, regradeById } from './regrade.queries.js';
import { alreadyCommitted, dryRunChanged, noSuchRegrade, ownRegrade } from './regrading.errors.js';

/** Regrades happen one after the other, and attempts that get their result meanwhile wait for them. */
export const regradeLock = 'quizzes.regrade';

/** Commits what the dry run showed, exactly that. A second person does it. */
@Injectable()
export class CommitRegrade {
  constructor(
    private readonly db: Database,
    private readonly applying: ApplyRegrade,
  ) {}

  /** `digest` is that of the dry run. @throws not_found, own_regrade, already_committed, dry_run_changed */
  execute(id: string, digest: string, personId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.lock(regradeLock);
      const regrade = isUuid(id) ? await regradeById(tx, id) : undefined;
      if (!regrade) throw noSuchRegrade();
      if (regrade.committedAt) throw alreadyCommitted();
      if (regrade.proposedById === personId) throw ownRegrade();
      const run = dryRun(regrade, await affectedMarks(tx, regrade));
      if (run.digest !== digest) throw dryRunChanged();
      await tx.rows('UPDATE regrades SET committed_by = $2, committed_at = now() WHERE id = $1', [id, personId]);
      await this.applying.apply(tx, regrade, run.attempts, personId);
    });
  }
}
