import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { Clock, newId } from '../../shared/index.js';
import type { Attempt } from '../sending/post-message.js';
import { CloseEndpoint } from './close-endpoint.js';
import type { DueAttempt } from './deliver-message.js';
import { daysOfFailure, nextTry } from './retry-times.js';

export type KeptAttempt = Omit<Attempt, 'outcome'> & {
  outcome: Attempt['outcome'] | 'forbidden-address' | 'no-secret';
};

const gone = 410;

/** Writes down what came of an attempt, and what follows from it. */
@Injectable()
export class KeepAttempt {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly closing: CloseEndpoint,
  ) {}

  execute(due: DueAttempt, attempt: KeptAttempt): Promise<void> {
    return this.db.transaction(async (tx) => {
      const delivery = await tx.row<{ endpointId: string }>(
        `SELECT endpoint_id AS "endpointId" FROM webhook_deliveries
         WHERE id = $1 AND round = $2 AND tries = $3 AND standing = 'waiting' FOR UPDATE`,
        [due.id, due.round, due.tries],
      );
      if (!delivery) return;
      await tx.rows(
        'INSERT INTO webhook_attempts (id, delivery_id, outcome, status, took_ms) VALUES ($1, $2, $3, $4, $5)',
        [newId(), due.id, attempt.outcome, attempt.status, attempt.tookMs],
      );
      if (attempt.outcome === 'delivered') await this.delivered(tx, due.id, delivery.endpointId);
      else await this.failed(tx, due, delivery.endpointId, attempt.status);
    });
  }

  private async delivered(tx: Tx, id: string, endpointId: string): Promise<void> {
    await tx.rows(
      `UPDATE webhook_deliveries SET standing = 'delivered', tries = tries + 1, next_at = NULL WHERE id = $1`,
      [id],
    );
    await tx.rows('UPDATE webhook_endpoints SET failing_since = NULL WHERE id = $1 AND failing_since IS NOT NULL', [
      endpointId,
    ]);
  }

  private async failed(tx: Tx, { id, round, tries }: DueAttempt, endpointId: string, status: number | null) {
    const startAfter = nextTry(tries + 1, await this.clock.now(tx));
    await tx.rows(`UPDATE webhook_deliveries SET standing = $2, tries = tries + 1, next_at = $3 WHERE id = $1`, [
      id,
      startAfter ? 'waiting' : 'failed',
      startAfter ?? null,
    ]);
    if (startAfter)
      await this.jobs.enqueue(tx, 'integrations.deliver', { id, round, tries: tries + 1 }, { startAfter });
    const endpoint = await tx.row<{ isOver: boolean }>(
      `UPDATE webhook_endpoints SET failing_since = coalesce(failing_since, now()) WHERE id = $1 AND closed_at IS NULL
       RETURNING failing_since <= now() - interval '${daysOfFailure} days' AS "isOver"`,
      [endpointId],
    );
    if (endpoint && (endpoint.isOver || status === gone))
      await this.closing.close(tx, endpointId, status === gone ? 'gone' : 'failing');
  }
}
