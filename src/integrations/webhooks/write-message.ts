import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { Clock, newId } from '../../shared/index.js';
import type { WebhookEvent } from './events.js';

export interface Told {
  factId: string;
  event: WebhookEvent;
  data: object;
}

/** Writes a message to every endpoint that listens to its event. The same fact told twice writes one. */
@Injectable()
export class WriteMessage {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  execute({ factId, event, data }: Told): Promise<void> {
    return this.db.transaction(async (tx) => {
      const listening = await tx.rows<{ id: string }>(
        'SELECT id FROM webhook_endpoints WHERE closed_at IS NULL AND $1 = ANY (events) ORDER BY id',
        [event],
      );
      await this.write(tx, { factId, event, data }, listening);
    });
  }

  /** To these endpoints, whatever they listen to. */
  async write(
    tx: Tx,
    { factId, event, data }: { factId: string | null; event: string; data: object },
    endpoints: { id: string }[],
  ): Promise<void> {
    if (endpoints.length === 0) return;
    const body = JSON.stringify({ type: event, timestamp: (await this.clock.now(tx)).toISOString(), data });
    const message = await tx.row<{ id: string }>(
      `INSERT INTO webhook_messages (id, fact_id, event, body) VALUES ($1, $2, $3, $4)
       ON CONFLICT (fact_id) DO NOTHING RETURNING id`,
      [newId(), factId, event, body],
    );
    if (!message) return;
    for (const endpoint of endpoints) {
      const delivery = { id: newId(), round: 1, tries: 0 };
      await tx.rows(
        'INSERT INTO webhook_deliveries (id, message_id, endpoint_id, next_at) VALUES ($1, $2, $3, now())',
        [delivery.id, message.id, endpoint.id],
      );
      await this.jobs.enqueue(tx, 'integrations.deliver', delivery);
    }
  }
}
