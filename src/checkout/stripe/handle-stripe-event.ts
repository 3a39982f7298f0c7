import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { OnJob } from '../../jobs/index.js';
import { SettleOrder } from '../settling/settle-order.js';

const aboutSessions = new Set([
  'checkout.session.completed',
  'checkout.session.expired',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
]);

interface StoredEvent {
  type: string;
  objectId: string;
}

/** Takes an event only as a hint to ask Stripe again; its own body decides nothing. Other types are kept, unused. */
@Injectable()
export class HandleStripeEvent {
  constructor(
    private readonly db: Database,
    private readonly settle: SettleOrder,
  ) {}

  @OnJob('checkout.stripe-event')
  async execute({ eventId }: { eventId: string }): Promise<void> {
    const event = await this.db.row<StoredEvent>(
      `SELECT type, body #>> '{data,object,id}' AS "objectId" FROM stripe_events WHERE id = $1 AND handled_at IS NULL`,
      [eventId],
    );
    if (!event) return;
    const outcome = aboutSessions.has(event.type) ? await this.settle.execute(event.objectId) : 'ignored';
    await this.db.rows('UPDATE stripe_events SET handled_at = now(), outcome = $2 WHERE id = $1', [
      eventId,
      outcome ?? 'not ours',
    ]);
  }
}
