import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { notFound } from '../../shared/index.js';
import type { DueAttempt } from './deliver-message.js';
import { lockedEndpoint } from './locked-endpoint.js';
import { endpointClosed, stillWaiting } from './webhook.errors.js';

const mostAtOnce = 1000;

/** Sends messages again, under their own ids: who had one already knows it. */
@Injectable()
export class ReplayDeliveries {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  /** One message, also one that arrived. @throws not_found, webhook_closed, still_waiting */
  one(endpointId: string, deliveryId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.open(tx, endpointId);
      const found = await tx.row<{ standing: string }>(
        'SELECT standing FROM webhook_deliveries WHERE id = $1 AND endpoint_id = $2',
        [deliveryId, endpointId],
      );
      if (!found) throw notFound('message');
      if (found.standing === 'waiting') throw stillWaiting();
      await this.again(tx, [deliveryId]);
    });
  }

  /** All that failed, the oldest thousand. @throws not_found, webhook_closed */
  failed(endpointId: string): Promise<number> {
    return this.db.transaction(async (tx) => {
      await this.open(tx, endpointId);
      const failed = await tx.rows<{ id: string }>(
        `SELECT id FROM webhook_deliveries WHERE endpoint_id = $1 AND standing = 'failed' ORDER BY id LIMIT ${mostAtOnce}`,
        [endpointId],
      );
      await this.again(
        tx,
        failed.map(({ id }) => id),
      );
      return failed.length;
    });
  }

  private async open(tx: Tx, endpointId: string): Promise<void> {
    if (!(await lockedEndpoint(tx, endpointId)).isOpen) throw endpointClosed();
  }

  private async again(tx: Tx, ids: string[]): Promise<void> {
    const due = await tx.rows<DueAttempt>(
      `UPDATE webhook_deliveries SET standing = 'waiting', tries = 0, round = round + 1, next_at = now()
       WHERE id = ANY ($1) AND standing <> 'waiting' RETURNING id, round, tries`,
      [ids],
    );
    for (const one of due) await this.jobs.enqueue(tx, 'integrations.deliver', one);
  }
}
