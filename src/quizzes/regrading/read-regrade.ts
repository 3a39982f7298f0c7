import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type EarnedCertificate, EarnedCertificates } from '../../enrollment/index.js';
import { isUuid } from '../attempts/lock-attempt.js';
import { type AttemptChange, changed, dryRun } from './dry-run.js';
import { affectedMarks, type Regrade, regradeById } from './regrade.queries.js';
import { noSuchRegrade } from './regrading.errors.js';

/** A regrade with what it would change, in numbers and by row. */
export interface RegradeOutcome {
  regrade: Regrade;
  digest: string;
  rows: (AttemptChange & { certificates: EarnedCertificate[] })[];
  numbers: { attempts: number; marks: number; toPassed: number; toFailed: number; kept: number; certificates: number };
}

/** Computes the dry run of a regrade as it stands now. A committed one has nothing left to change. */
@Injectable()
export class ReadRegrade {
  constructor(
    private readonly db: Database,
    private readonly certificates: EarnedCertificates,
  ) {}

  /** @throws not_found */
  async execute(id: string): Promise<RegradeOutcome> {
    const regrade = isUuid(id) ? await regradeById(this.db, id) : undefined;
    if (!regrade) throw noSuchRegrade();
    const run = regrade.committedAt
      ? { attempts: [], digest: '' }
      : dryRun(regrade, await affectedMarks(this.db, regrade));
    const rows = await Promise.all(
      changed(run).map(async (change) => ({
        ...change,
        certificates: change.of.passed === change.passed ? [] : await this.concerned(change),
      })),
    );
    return { regrade, digest: run.digest, rows, numbers: numbersOf(run.attempts.length, rows) };
  }

  private concerned({ of }: AttemptChange): Promise<EarnedCertificate[]> {
    return this.certificates.of(of.personId, [of.courseId]);
  }
}

const numbersOf = (attempts: number, rows: RegradeOutcome['rows']): RegradeOutcome['numbers'] => ({
  attempts,
  marks: rows.reduce((sum, { changes }) => sum + changes.length, 0),
  toPassed: rows.filter(({ of, passed }) => !of.passed && passed).length,
  toFailed: rows.filter(({ of, passed }) => of.passed && !passed).length,
  kept: rows.filter(({ kept }) => kept).length,
  certificates: rows.reduce((sum, { certificates }) => sum + certificates.length, 0),
});
