import { Injectable } from '@nestjs/common';
import { QuoteBasket, type Quote } from '../../bundles/index.js';
import { Database, type Tx } from '../../database/index.js';
import { EnrollmentQueries } from '../../enrollment/index.js';
import { Clock, type Money, newId } from '../../shared/index.js';
import { alreadyOwned, keyReused, priceChanged } from '../checkout.errors.js';
import { OrderQueries } from '../orders/order.queries.js';
import { OpenPaymentPage } from './open-payment-page.js';
import { newOrderNumber } from '../orders/order-number.js';
import { Order } from '../orders/order.entity.js';
import { insertLines } from '../orders/order-lines.js';

export interface Basket {
  items: { product: string }[];
  code?: string;
}

export interface CheckoutRequest extends Basket {
  personId: string;
  /** The same key gives the same order. */
  idempotencyKey?: string;
  /** The total the buyer was shown; another price now refuses the order. */
  expectedTotal?: Money;
}

/** Stripe's shortest session is 30 minutes; the spare minute is for the way there. */
const lockMinutes = 31;

/** Freezes the quote into an order and opens its payment page. Buying the same again continues the open order. */
@Injectable()
export class StartCheckout {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly quotes: QuoteBasket,
    private readonly enrollments: EnrollmentQueries,
    private readonly queries: OrderQueries,
    private readonly openPage: OpenPaymentPage,
  ) {}

  async execute(request: CheckoutRequest): Promise<Order> {
    const { order, outdated } = await this.db.transaction((tx) => this.orderFor(tx, request));
    if (outdated?.checkoutSessionId) await this.openPage.close(outdated.checkoutSessionId);
    return order.status === 'pending' ? this.openPage.execute(order) : order;
  }

  private async orderFor(tx: Tx, request: CheckoutRequest): Promise<{ order: Order; outdated?: Order }> {
    // One buyer's checkouts take turns: two tabs make one order.
    await tx.lock(`checkout:${request.personId}`);
    const basket = basketText(request);
    const known = request.idempotencyKey && (await this.queries.byKey(tx, request.personId, request.idempotencyKey));
    if (known) {
      if (known.basket !== basket) throw keyReused();
      refuseDearer(known, request.expectedTotal);
      return { order: known };
    }
    const now = await this.clock.now(tx);
    const open = await this.queries.openFor(tx, request.personId, basket, now);
    const quote = await this.quotes.execute(request, { at: now, runner: tx });
    // A price once confirmed stays until its checkout ends, unless it is lower now.
    if (open && open.total <= quote.total.amount) {
      refuseDearer(open, request.expectedTotal);
      return { order: open };
    }
    refuseOtherTotal(quote, request.expectedTotal);
    await this.refuseOwned(tx, quote, request.personId);
    return { order: await this.place(tx, request, basket, quote, now), outdated: open };
  }

  private async place(tx: Tx, request: CheckoutRequest, basket: string, quote: Quote, now: Date): Promise<Order> {
    const order = Object.assign(new Order(), {
      id: newId(),
      number: newOrderNumber(),
      personId: request.personId,
      status: 'pending',
      currency: quote.total.currency,
      total: quote.total.amount,
      quote,
      basket,
      idempotencyKey: request.idempotencyKey ?? null,
      createdAt: now,
      checkoutExpiresAt: new Date(now.getTime() + lockMinutes * 60_000),
      checkoutSessionId: null,
      checkoutUrl: null,
      settledAt: null,
      endedReason: null,
    } satisfies Partial<Order>);
    await tx.manager.insert(Order, order);
    await insertLines(tx, order);
    return order;
  }

  private async refuseOwned(tx: Tx, quote: Quote, personId: string): Promise<void> {
    const owned = new Set(await this.enrollments.ownedCourseIds(personId, tx));
    quote.lines.forEach((line, index) => {
      if (line.courses.every((course) => owned.has(course.id))) throw alreadyOwned(index, line.product.title);
    });
  }
}

function refuseOtherTotal(quote: Quote, expected: Money | undefined): void {
  if (!expected) return;
  const { amount, currency } = quote.total;
  if (expected.amount !== amount || expected.currency !== currency) throw priceChanged(quote);
}

/** An order that is there already may cost less than what the buyer was shown, never more. */
function refuseDearer(order: Order, expected: Money | undefined): void {
  if (!expected) return;
  if (expected.currency !== order.currency || order.total > expected.amount) throw priceChanged(order.quote);
}

const basketText = (basket: Basket): string =>
  JSON.stringify([basket.items.map((item) => item.product).sort(), basket.code ?? null]);
