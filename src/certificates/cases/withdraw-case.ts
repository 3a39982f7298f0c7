import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { caseClosed, noCase } from './case.errors.js';
import { CaseQueries } from './case.queries.js';

/** Takes back a case of one's own that is not yet answered. */
@Injectable()
export class WithdrawCase {
  constructor(
    private readonly db: Database,
    private readonly cases: CaseQueries,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found · case_closed */
  async execute({ caseId, personId }: { caseId: string; personId: string }): Promise<void> {
    await this.db.transaction(async (tx) => {
      const found = await this.cases.locked(caseId, tx);
      if (found?.by !== personId) throw noCase();
      if (found.status !== 'open') throw caseClosed();
      await tx.rows('UPDATE certificate_cases SET withdrawn_at = now() WHERE id = $1', [caseId]);
      this.facts.record(tx, 'case.withdrawn', { caseId });
    });
  }
}
