import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Runner } from '../../database/index.js';
import { emptyIsUnset } from '../../web/index.js';

export const failedEventFilterSchema = z.strictObject({
  type: emptyIsUnset(z.string().trim().max(100)),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: emptyIsUnset(z.string().max(255)),
});

export type FailedEventFilter = z.infer<typeof failedEventFilterSchema>;

/** An event of Stripe's that nobody could handle. */
export interface FailedEvent {
  id: string;
  type: string;
  objectId: string | null;
  orderNumber: string | null;
  receivedAt: Date;
  triedAt: Date | null;
  tries: number;
  error: string | null;
}

/** Failed for good, or waiting for longer than all tries take together: its job is lost. */
export const needsStaff = `e.handled_at IS NULL AND (e.outcome = 'failed' OR coalesce(e.tried_at, e.received_at) < now() - interval '2 hours')`;

@Injectable()
export class FailedEventQueries {
  constructor(private readonly db: Database) {}

  /** Oldest first: that is the order to replay them in. `after` is the id of the last one seen. */
  list({ type }: FailedEventFilter, limit: number, after: string | null): Promise<FailedEvent[]> {
    return this.db.rows<FailedEvent>(
      `SELECT e.id, e.type, e.body #>> '{data,object,id}' AS "objectId", e.received_at AS "receivedAt",
              e.tried_at AS "triedAt", e.tries, e.error,
              (SELECT o.number FROM orders o WHERE o.checkout_session_id = e.body #>> '{data,object,id}'
               UNION ALL SELECT o.number FROM payments y JOIN orders o ON o.id = y.order_id
               WHERE y.payment_intent IN (e.body #>> '{data,object,payment_intent}', e.body #>> '{data,object,id}')
               LIMIT 1) AS "orderNumber"
       FROM stripe_events e
       WHERE ${needsStaff} AND ($1::text IS NULL OR e.type LIKE $1)
         AND ($3::text IS NULL OR (e.received_at, e.id) > (SELECT received_at, id FROM stripe_events WHERE id = $3))
       ORDER BY e.received_at, e.id LIMIT $2`,
      [type ? `%${type.replace(/[\\%_]/g, '\\$&')}%` : null, limit, after],
    );
  }

  async count(runner: Runner = this.db): Promise<number> {
    const row = await runner.row<{ count: number }>(
      `SELECT count(*) AS count FROM stripe_events e WHERE ${needsStaff}`,
    );
    return row!.count;
  }
}
