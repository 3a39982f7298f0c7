import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Impartiality } from '../../eligibility/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { caseClosed, noCase, partOfIt } from './case.errors.js';
import { CaseMails } from './case-mails.js';
import { type Case, CaseQueries } from './case.queries.js';

export interface Answer {
  caseId: string;
  outcome: 'upheld' | 'dismissed';
  answer: string;
  /** Who decides. */
  by: string;
}

/** Answers a case, by somebody who had no part in it. What follows from upholding it is done by SettleCase. */
@Injectable()
export class DecideCase {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cases: CaseQueries,
    private readonly impartiality: Impartiality,
    private readonly facts: Facts,
    private readonly mails: CaseMails,
  ) {}

  /** @throws not_found · not_impartial · case_closed */
  async execute({ caseId, outcome, answer, by }: Answer): Promise<void> {
    await this.db.transaction(async (tx) => {
      const found = await this.cases.locked(caseId, tx);
      if (!found) throw noCase();
      const barred = await this.barred(found, by, tx);
      if (barred) throw partOfIt(barred);
      if (found.status !== 'open') throw caseClosed();
      await tx.rows(
        `UPDATE certificate_cases SET outcome = $2, answer = $3, decided_by = $4, decided_at = now() WHERE id = $1`,
        [caseId, outcome, answer, by],
      );
      this.facts.record(tx, `case.${outcome}`, { caseId });
      await this.mails.answered(tx, { ...found, status: outcome, answer });
    });
  }

  /** Why this person must not decide, as a sentence; null if nothing stands against it. */
  async barred(found: Case, by: string, tx?: Tx): Promise<string | null> {
    if (found.by === by || found.holderId === by) return 'Nobody decides a case of their own.';
    if (await this.cases.tookPart(by, found, tx)) return 'You took part in the decision that this is about.';
    return this.impartiality.between(by, found.holderId, await this.clock.now(tx), tx);
  }
}
