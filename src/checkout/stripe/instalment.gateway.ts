import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { Config } from '../../shared/index.js';
import { StripeClient } from './stripe-client.js';
import { declineOf } from './stripe-errors.js';
import type { OpenedSession } from './stripe.gateway.js';
import { methodOf } from './session-state.js';

/** Instalments of an order, from one on. Amount in minor units. */
export interface InstalmentCharge {
  /** The key of this very try: asked twice, Stripe answers the same. */
  key: string;
  instalmentId: string;
  count: number;
  amount: number;
  currency: string;
  customer: string;
  order: { id: string; number: string };
}

/** What Stripe says of a payment of instalments right now. */
export interface InstalmentPayment {
  paymentIntent: string;
  instalmentId: string;
  count: number;
  isPaid: boolean;
  amount: number;
  currency: string;
  charge: string | null;
  method: string;
  /** The card to charge next time. */
  paymentMethod: string | null;
}

/** Says to Stripe what a payment plan has to say. */
@Injectable()
export class InstalmentGateway {
  constructor(
    private readonly client: StripeClient,
    private readonly config: Config,
  ) {}

  /** Charges the card that was kept, with nobody present. @returns why the bank refused, or the payment's id */
  async charge(wish: InstalmentCharge & { paymentMethod: string }): Promise<{ declined: string } | { paid: string }> {
    const { amount, currency, customer, paymentMethod, key } = wish;
    const parameters: Stripe.PaymentIntentCreateParams = {
      amount,
      currency: currency.toLowerCase(),
      customer,
      payment_method: paymentMethod,
      off_session: true,
      confirm: true,
      ...about(wish),
    };
    try {
      const intent = await this.client.ask((stripe) =>
        stripe.paymentIntents.create(parameters, { idempotencyKey: key }),
      );
      return { paid: intent.id };
    } catch (error) {
      const declined = declineOf(error);
      if (declined === undefined) throw error;
      return { declined };
    }
  }

  /** A page on which the buyer pays by hand, with another card if they like; it is kept for the next time. */
  async openPage(wish: InstalmentCharge & { expiresAt: Date }): Promise<OpenedSession> {
    const { key, amount, currency, customer, expiresAt, order } = wish;
    const address = `${this.config.baseUrl}/orders/${order.number}`;
    const { description, metadata } = about(wish);
    const parameters: Stripe.Checkout.SessionCreateParams = {
      mode: 'payment',
      customer,
      allowed_payment_method_types: ['card'],
      line_items: [
        {
          quantity: 1,
          price_data: { currency: currency.toLowerCase(), unit_amount: amount, product_data: { name: description } },
        },
      ],
      adaptive_pricing: { enabled: false },
      expires_at: Math.floor(expiresAt.getTime() / 1000),
      success_url: `${address}/instalments/done`,
      cancel_url: address,
      metadata,
      payment_intent_data: { metadata, description, setup_future_usage: 'off_session' },
    };
    const session = await this.client.ask((stripe) =>
      stripe.checkout.sessions.create(parameters, { idempotencyKey: key }),
    );
    return { id: session.id, url: session.url! };
  }

  /** How a page stands: the payment made on it, if there is one. */
  async readPage(sessionId: string): Promise<{ isOver: boolean; paymentIntent: string | null }> {
    const session = await this.client.ask((stripe) => stripe.checkout.sessions.retrieve(sessionId));
    const intent = session.payment_intent;
    return {
      isOver: session.status !== 'open',
      paymentIntent:
        session.status === 'complete' ? (typeof intent === 'string' ? intent : (intent?.id ?? null)) : null,
    };
  }

  /** @returns undefined for a payment that is not one of instalments */
  async readPayment(id: string): Promise<InstalmentPayment | undefined> {
    const intent = await this.client.ask((stripe) => stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] }));
    const { instalment_id: instalmentId, instalments } = intent.metadata;
    if (!instalmentId) return undefined;
    const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
    const kept = intent.payment_method;
    return {
      paymentIntent: intent.id,
      instalmentId,
      count: Number(instalments ?? 1),
      isPaid: intent.status === 'succeeded',
      amount: intent.amount_received,
      currency: intent.currency.toUpperCase(),
      charge: charge?.id ?? null,
      method: methodOf(charge),
      paymentMethod: typeof kept === 'string' ? kept : (kept?.id ?? null),
    };
  }
}

const about = ({ instalmentId, count, order }: InstalmentCharge) => ({
  description: `Glabella order ${order.number}, ${count > 1 ? `${count} instalments` : 'instalment'}`,
  metadata: {
    instalment_id: instalmentId,
    instalments: String(count),
    order_id: order.id,
    order_number: order.number,
  },
});
