import { Injectable } from '@nestjs/common';
import { ClaimTerms, type Quote } from '../../bundles/index.js';
import type { Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { planRefused } from '../checkout.errors.js';
import { promiseOf } from '../orders/checkout-promise.js';
import { Order } from '../orders/order.entity.js';
import { insertLines } from '../orders/order-lines.js';
import { newOrderNumber } from '../orders/order-number.js';
import { PromiseQueries } from '../orders/promise.queries.js';
import { CompleteOrder } from '../settling/complete-order.js';
import type { CheckoutRequest } from './checkout-request.js';

/** Stripe's shortest session is 30 minutes; the spare minute is for the way there. */
export const lockMinutes = 31;

export interface Placing extends CheckoutRequest {
  basket: string;
  quote: Quote;
  at: Date;
}

/** Writes an order with all it promises, and takes what its price counts on. What costs nothing is settled at once. */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly promises: PromiseQueries,
    private readonly claims: ClaimTerms,
    private readonly complete: CompleteOrder,
  ) {}

  async execute(tx: Tx, placing: Placing): Promise<Order> {
    const { quote, personId } = placing;
    const order = await this.drawn(tx, placing);
    await tx.manager.insert(Order, order);
    await insertLines(tx, order);
    await this.claims.claim(tx, quote, { holderId: order.id, personId });
    if (order.total > 0) return order;
    return Object.assign(order, await this.complete.free(tx, order.id));
  }

  private async drawn(tx: Tx, placing: Placing): Promise<Order> {
    const { quote, at, inInstalments = false, client } = placing;
    const lockedUntil = new Date(at.getTime() + lockMinutes * 60_000);
    const { terms, editions } = await this.promises.of(quote, tx);
    const promise = promiseOf({ quote, terms, editions, lockedUntil, inInstalments });
    if (inInstalments && (!promise.plan || (placing.purpose ?? 'self') !== 'self')) throw planRefused();
    return Object.assign(new Order(), {
      id: newId(),
      number: newOrderNumber(),
      personId: placing.personId,
      status: 'pending',
      currency: quote.total.currency,
      total: quote.total.amount,
      quote,
      basket: placing.basket,
      idempotencyKey: placing.idempotencyKey ?? null,
      createdAt: at,
      checkoutExpiresAt: lockedUntil,
      checkoutSessionId: null,
      checkoutUrl: null,
      settledAt: null,
      endedReason: null,
      market: quote.market,
      taxDisplay: quote.tax,
      purpose: placing.purpose ?? 'self',
      terms: promise,
      accepted: client ? { at: at.toISOString(), ...client } : null,
      recipient: placing.recipient ?? null,
      clinicId: placing.clinicId ?? null,
      plan: promise.plan
        ? { instalments: promise.plan.instalments.length, everyMonths: terms[0]!.plan!.everyMonths }
        : null,
      customerId: null,
      paymentMethod: null,
      billed: null,
      tax: 0,
    } satisfies Partial<Order>);
  }
}
