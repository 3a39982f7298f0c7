import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { attemptsPerJob, OnJob } from '../../jobs/index.js';
import { SettleInstalment } from '../plans/settle-instalment.js';
import { ReconcilePayout } from '../payouts/reconcile-payout.js';
import { ReconcilePayment } from '../settling/reconcile-payment.js';
import { SettleOrder } from '../settling/settle-order.js';

const aboutSessions = new Set([
  'checkout.session.completed',
  'checkout.session.expired',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
]);

/** About money that went back: each names the payment it is about. */
const aboutPayments = /^(charge\.refunded|charge\.refund\.|refund\.|charge\.dispute\.)/;

interface StoredEvent {
  type: string;
  objectId: string;
  paymentIntent: string | null;
  /** Of a payment of instalments. */
  instalmentId: string | null;
}

/** Takes an event only as a hint to ask Stripe again; its own body decides nothing. Other types are kept, unused. */
@Injectable()
export class HandleStripeEvent {
  constructor(
    private readonly db: Database,
    private readonly settle: SettleOrder,
    private readonly reconcilePayout: ReconcilePayout,
    private readonly reconcile: ReconcilePayment,
    private readonly settleInstalment: SettleInstalment,
  ) {}

  @OnJob('checkout.stripe-event')
  async execute({ eventId }: { eventId: string }): Promise<void> {
    const event = await this.db.row<StoredEvent>(
      `SELECT type, body #>> '{data,object,id}' AS "objectId",
         body #>> '{data,object,payment_intent}' AS "paymentIntent",
         body #>> '{data,object,metadata,instalment_id}' AS "instalmentId"
       FROM stripe_events WHERE id = $1 AND handled_at IS NULL`,
      [eventId],
    );
    if (!event) return;
    try {
      const outcome = await this.handled(event);
      await this.db.rows(
        `UPDATE stripe_events SET handled_at = now(), outcome = $2, tries = tries + 1, tried_at = now(), error = NULL
         WHERE id = $1`,
        [eventId, outcome],
      );
    } catch (error) {
      await this.failed(eventId, error);
      throw error;
    }
  }

  private async handled(event: StoredEvent): Promise<string> {
    if (event.type.startsWith('payout.')) return this.reconcilePayout.execute(event.objectId);
    if (aboutSessions.has(event.type)) return (await this.settle.execute(event.objectId)) ?? 'not ours';
    if (event.paymentIntent && aboutPayments.test(event.type)) {
      return (await this.reconcile.execute(event.paymentIntent)) ?? 'not ours';
    }
    if (event.instalmentId && event.type === 'payment_intent.succeeded') {
      return (await this.settleInstalment.execute(event.objectId)) ?? 'not ours';
    }
    return 'ignored';
  }

  /** The job comes back by itself; the last time the event goes to the list that staff replay from. */
  private async failed(eventId: string, error: unknown): Promise<void> {
    await this.db.rows(
      `UPDATE stripe_events SET tries = tries + 1, tried_at = now(), error = $2,
              outcome = CASE WHEN tries + 1 >= $3 THEN 'failed' END
       WHERE id = $1`,
      [eventId, error instanceof Error ? error.message : String(error), attemptsPerJob],
    );
  }
}
