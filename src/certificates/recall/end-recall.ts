import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { noRecall, recallNotRunning } from './recall.errors.js';
import { RecallQueries } from './recall.queries.js';

/** Ends a recall: nobody is asked for it any more, and what it suspended is lifted. What was said stays on record. */
@Injectable()
export class EndRecall {
  constructor(
    private readonly db: Database,
    private readonly recalls: RecallQueries,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found · recall_not_running */
  async execute(recallId: string, reason: string, by: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const recall = await this.recalls.byId(recallId, tx);
      if (!recall) throw noRecall();
      if (recall.status !== 'published') throw recallNotRunning();
      const left = await tx.rows<{ personId: string }>(
        'SELECT person_id AS "personId" FROM outstanding_recalls WHERE recall_id = $1 ORDER BY person_id',
        [recallId],
      );
      const written = await tx.rows(
        `INSERT INTO recall_ends (recall_id, reason, ended_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING recall_id`,
        [recallId, reason, by],
      );
      if (written.length === 0) throw recallNotRunning();
      for (const { personId } of left) this.facts.record(tx, 'recall.settled', { personId, recallId });
    });
  }
}
