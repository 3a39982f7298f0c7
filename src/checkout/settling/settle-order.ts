import { Injectable, Logger } from '@nestjs/common';
import { ClaimTerms } from '../../bundles/index.js';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { CheckoutMails } from '../checkout.mails.js';
import { lockOrder, type LockedOrder } from '../orders/lock-order.js';
import type { OrderStatus, SessionState } from '../orders/order.entity.js';
import { CompleteOrder } from './complete-order.js';
import { StripeGateway } from '../stripe/stripe.gateway.js';

/**
 * The one verb behind webhook, success page and sweeper: asks Stripe how the session stands and moves the order
 * accordingly, once. Whoever comes second finds it done.
 */
@Injectable()
export class SettleOrder {
  private readonly logger = new Logger('Checkout');

  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly complete: CompleteOrder,
    private readonly claims: ClaimTerms,
    private readonly facts: Facts,
    private readonly mails: CheckoutMails,
  ) {}

  /** @returns the order's status afterwards, or undefined for a session that is not ours */
  async execute(sessionId: string): Promise<OrderStatus | undefined> {
    const state = await this.stripe.readSession(sessionId);
    return this.db.transaction((tx) => this.apply(tx, state));
  }

  /** Moves the order to what Stripe said. */
  async apply(tx: Tx, state: SessionState): Promise<OrderStatus | undefined> {
    const order = await lockOrder(tx, state);
    if (!order) return undefined;
    switch (order.moveFor(state)) {
      case 'settle':
        await this.complete.paid(tx, order, state);
        return 'paid';
      case 'await':
        await this.mails.awaitingPayment(tx, order);
        return this.move(tx, order, 'awaiting_payment', null);
      case 'fail':
        await this.mails.paymentFailed(tx, order);
        return this.move(tx, order, 'expired', 'payment_failed');
      case 'expire':
        return this.move(tx, order, 'expired', 'not_paid');
      case 'review':
        return this.review(tx, order, state);
      case 'none':
        return order.status;
    }
  }

  private async move(tx: Tx, order: LockedOrder, status: OrderStatus, reason: string | null): Promise<OrderStatus> {
    await tx.rows('UPDATE orders SET status = $2, ended_reason = $3 WHERE id = $1', [order.id, status, reason]);
    if (status === 'expired' && order.holdsClaims) await this.claims.release(tx, order.id);
    this.facts.record(tx, `order.${status.replace('_', '-')}`, { orderId: order.id, personId: order.personId });
    return status;
  }

  /** Money that does not fit the order grants nothing; staff decide. */
  private async review(tx: Tx, order: LockedOrder, state: SessionState): Promise<OrderStatus> {
    await tx.rows(
      `INSERT INTO order_reviews (order_id, reason, seen) VALUES ($1, 'payment_mismatch', $2) ON CONFLICT DO NOTHING`,
      [order.id, JSON.stringify(state)],
    );
    this.logger.error({ msg: 'payment does not fit its order', order: order.number, session: state.sessionId });
    return order.status;
  }
}
