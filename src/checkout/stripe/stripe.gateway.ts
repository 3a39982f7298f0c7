import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { Config } from '../../shared/index.js';
import type { Order, SessionState } from '../orders/order.entity.js';
import { type BalanceMove, balanceMove, type PayoutState, payoutState } from '../payouts/payout.js';
import { type Billing, billingOf } from './billing.js';
import { disputeAtStripe, type PaymentHistory, type RefundAtStripe, refundAtStripe } from './payment-history.js';
import { sessionParameters } from './session-parameters.js';
import { sessionState } from './session-state.js';
import { StripeClient } from './stripe-client.js';
import { isRefusal } from './stripe-errors.js';

export interface OpenedSession {
  id: string;
  url: string;
}

/** Everything we say to Stripe and nothing else; amounts, keys and ids pass through unchanged. */
@Injectable()
export class StripeGateway {
  constructor(
    private readonly client: StripeClient,
    private readonly config: Config,
  ) {}

  /** Asked twice for the same order, Stripe answers with the same session: the key is our row's id. */
  async openSession(order: Order, email: string): Promise<OpenedSession> {
    const parameters = sessionParameters(order, email, this.config.baseUrl);
    const session = await this.client.ask((stripe) =>
      stripe.checkout.sessions.create(parameters, { idempotencyKey: `order-${order.id}` }),
    );
    return { id: session.id, url: session.url! };
  }

  async readSession(id: string): Promise<SessionState> {
    const session = await this.client.ask((stripe) =>
      stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] }),
    );
    const isTaxed = session.automatic_tax.enabled && session.status === 'complete';
    return sessionState(session, isTaxed ? await this.linesOf(id) : []);
  }

  /** In the order in which we named them. */
  private async linesOf(id: string): Promise<Stripe.LineItem[]> {
    const { data } = await this.client.ask((stripe) => stripe.checkout.sessions.listLineItems(id, { limit: 100 }));
    return data.sort((a, b) => Number(a.metadata?.line ?? 0) - Number(b.metadata?.line ?? 0));
  }

  /** Whom the payment page billed and the tax it computed. */
  async readBilling(id: string): Promise<Billing> {
    const expand = ['total_details.breakdown'];
    return billingOf(await this.client.ask((stripe) => stripe.checkout.sessions.retrieve(id, { expand })));
  }

  /** Events since then, all or only those that a webhook has not answered, newest first, a page at a time. */
  async events(
    { since, undelivered }: { since: Date; undelivered: boolean },
    after?: string,
  ): Promise<{ events: Stripe.Event[]; next: string | undefined }> {
    const { data, has_more } = await this.client.ask((stripe) =>
      stripe.events.list({
        ...(undelivered && { delivery_success: false }),
        created: { gte: Math.floor(since.getTime() / 1000) },
        limit: 100,
        ...(after && { starting_after: after }),
      }),
    );
    return { events: data, next: has_more ? data.at(-1)!.id : undefined };
  }

  async readPayout(id: string): Promise<PayoutState> {
    return payoutState(await this.client.ask((stripe) => stripe.payouts.retrieve(id)));
  }

  /** What a payout was made of, a page at a time. */
  async payoutMoves(id: string, after?: string): Promise<{ moves: BalanceMove[]; next: string | undefined }> {
    const { data, has_more } = await this.client.ask((stripe) =>
      stripe.balanceTransactions.list({ payout: id, limit: 100, ...(after && { starting_after: after }) }),
    );
    return { moves: data.map(balanceMove), next: has_more ? data.at(-1)!.id : undefined };
  }

  /** Gives money back once: asked twice for the same part, Stripe answers with the same refund. */
  async refund(part: { id: string; paymentIntent: string; amount: number; orderId: string }): Promise<RefundAtStripe> {
    const { id, paymentIntent, amount, orderId } = part;
    const parameters = {
      payment_intent: paymentIntent,
      amount,
      reason: 'requested_by_customer' as const,
      metadata: { refund_part_id: id, order_id: orderId },
    };
    const key = { idempotencyKey: `refund-${id}` };
    return refundAtStripe(await this.client.ask((stripe) => stripe.refunds.create(parameters, key)));
  }

  /** What became of a payment, as Stripe says now. */
  async readHistory(paymentIntent: string): Promise<PaymentHistory> {
    const about = { payment_intent: paymentIntent, limit: 100 };
    const intent = await this.client.ask((stripe) => stripe.paymentIntents.retrieve(paymentIntent));
    const refunds = await this.client.ask((stripe) => stripe.refunds.list(about).autoPagingToArray({ limit: 1_000 }));
    const disputes = await this.client.ask((stripe) => stripe.disputes.list(about).autoPagingToArray({ limit: 100 }));
    return {
      paymentIntent,
      orderId: intent.metadata.order_id ?? null,
      refunds: refunds.map(refundAtStripe),
      disputes: disputes.map(disputeAtStripe),
    };
  }

  /** Hands the bank our side of a dispute; Stripe takes it once. */
  async giveEvidence(disputeId: string, evidence: Record<string, string>): Promise<void> {
    const key = { idempotencyKey: `evidence-${disputeId}` };
    await this.client.ask((stripe) => stripe.disputes.update(disputeId, { evidence, submit: true }, key));
  }

  /** Closes a session nobody should pay any more; one that is already over stays as it is. */
  async closeSession(id: string): Promise<void> {
    await this.client
      .ask((stripe) => stripe.checkout.sessions.expire(id))
      .catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
      });
  }
}
