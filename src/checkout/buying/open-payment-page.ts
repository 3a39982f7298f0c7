import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { ClaimTerms } from '../../bundles/index.js';
import { Database } from '../../database/index.js';
import { PeopleQueries } from '../../users/index.js';
import { amountTooSmall, checkoutLapsed, paymentUnavailable } from '../checkout.errors.js';
import { Order } from '../orders/order.entity.js';
import { isRefusal, isTooSmall, isUnderWay } from '../stripe/stripe-errors.js';
import { type OpenedSession, StripeGateway } from '../stripe/stripe.gateway.js';

const looks = 40;
const lookEvery = 250;

/** Gives a placed order its payment page. Safe to repeat: after a crash in between, Stripe answers the same session. */
@Injectable()
export class OpenPaymentPage {
  private readonly logger = new Logger('Checkout');

  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly people: PeopleQueries,
    private readonly claims: ClaimTerms,
  ) {}

  async execute(order: Order): Promise<Order> {
    if (order.checkoutUrl) return order;
    const buyer = await this.people.byId(order.personId);
    const session = await this.stripe
      .openSession(order, buyer!.email)
      .catch((error: unknown) => (isUnderWay(error) ? this.openedMeanwhile(order, error) : this.explain(order, error)));
    await this.db.rows(
      'UPDATE orders SET checkout_session_id = $2, checkout_url = $3 WHERE id = $1 AND checkout_session_id IS NULL',
      [order.id, session.id, session.url],
    );
    return Object.assign(order, { checkoutSessionId: session.id, checkoutUrl: session.url });
  }

  /** Another request opens the same page at this moment: its result is taken, not a second one asked for. */
  private async openedMeanwhile(order: Order, error: unknown): Promise<OpenedSession> {
    for (let look = 0; look < looks; look += 1) {
      const opened = await this.db.row<OpenedSession>(
        'SELECT checkout_session_id AS id, checkout_url AS url FROM orders WHERE id = $1 AND checkout_url IS NOT NULL',
        [order.id],
      );
      if (opened) return opened;
      await setTimeout(lookEvery);
    }
    return this.explain(order, error);
  }

  private async explain(order: Order, error: unknown): Promise<never> {
    this.logger.error({ msg: 'no payment page', order: order.number, err: error });
    if (!isRefusal(error)) throw paymentUnavailable();
    await this.db.transaction(async (tx) => {
      const ended = await tx.rows(
        `UPDATE orders SET status = 'expired', ended_reason = 'not_opened'
         WHERE id = $1 AND status = 'pending' AND checkout_session_id IS NULL RETURNING id`,
        [order.id],
      );
      if (ended.length > 0) await this.claims.release(tx, order.id);
    });
    throw isTooSmall(error) ? amountTooSmall() : checkoutLapsed();
  }
}
