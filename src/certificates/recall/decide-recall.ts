import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { FindRecalled } from './find-recalled.js';
import { noRecall, ownRecall, recallDecided } from './recall.errors.js';
import { RecallQueries } from './recall.queries.js';

export interface RecallDecision {
  recallId: string;
  verdict: 'published' | 'refused';
  reason: string;
  by: string;
}

/** Publishes a recall or refuses it, by somebody who did not write it. */
@Injectable()
export class DecideRecall {
  constructor(
    private readonly db: Database,
    private readonly recalls: RecallQueries,
    private readonly finding: FindRecalled,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found · own_recall · recall_decided */
  async execute({ recallId, verdict, reason, by }: RecallDecision): Promise<void> {
    await this.db.transaction(async (tx) => {
      const recall = await this.recalls.byId(recallId, tx);
      if (!recall) throw noRecall();
      if (recall.openedBy === by) throw ownRecall();
      const written = await tx.rows(
        `INSERT INTO recall_decisions (recall_id, verdict, reason, decided_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING recall_id`,
        [recallId, verdict, reason, by],
      );
      if (written.length === 0) throw recallDecided();
      if (verdict === 'refused') return;
      await this.finding.execute(tx, recallId);
      this.facts.record(tx, 'recall.published', { recallId });
    });
  }
}
