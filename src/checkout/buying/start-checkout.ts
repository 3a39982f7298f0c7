import { Injectable } from '@nestjs/common';
import { Holdings, QuoteBasket } from '../../bundles/index.js';
import { Database, type Tx } from '../../database/index.js';
import { ClinicForPurchase } from '../../seats/index.js';
import { Clock, DomainError } from '../../shared/index.js';
import { giftToOneself, keyReused, paymentUnavailable, priceChanged } from '../checkout.errors.js';
import type { Order } from '../orders/order.entity.js';
import { OrderQueries } from '../orders/order.queries.js';
import { basketText, type CheckoutRequest, refuseDearer, refuseOtherTotal, refuseUnnamed } from './checkout-request.js';
import { EndCheckout } from './end-checkout.js';
import { OpenPaymentPage } from './open-payment-page.js';
import { PlaceOrder } from './place-order.js';

/** Freezes the quote into an order and opens its payment page. Buying the same again continues the open order. */
@Injectable()
export class StartCheckout {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly quotes: QuoteBasket,
    private readonly holdings: Holdings,
    private readonly queries: OrderQueries,
    private readonly place: PlaceOrder,
    private readonly openPage: OpenPaymentPage,
    private readonly endCheckout: EndCheckout,
    private readonly clinics: ClinicForPurchase,
  ) {}

  /** @returns a paid order if there is nothing to pay, else one with its payment page */
  async execute({ clinic, ...asked }: CheckoutRequest): Promise<Order> {
    refuseUnnamed({ clinic, ...asked });
    await this.refuseOwnAddress(asked);
    const request = clinic ? { ...asked, clinicId: await this.clinics.execute(asked.personId, clinic) } : asked;
    let { order, outdated } = await this.placed(request);
    if (outdated) {
      // The dearer checkout ends first: what it holds of offer, code and credit is then free for the cheaper one.
      await this.endCheckout.execute(outdated);
      ({ order, outdated } = await this.placed(request));
    }
    if (!order || outdated) throw paymentUnavailable();
    return order.status === 'pending' ? this.openPage.execute(order) : order;
  }

  /** A gift goes to somebody else: its buyer can learn without a detour by mail. */
  private async refuseOwnAddress({ personId, recipient }: CheckoutRequest): Promise<void> {
    if (!recipient) return;
    const own = await this.db.row('SELECT 1 FROM people WHERE id = $1 AND lower(email) = lower($2)', [
      personId,
      recipient.email.trim(),
    ]);
    if (own) throw giftToOneself();
  }

  private async placed(request: CheckoutRequest): Promise<{ order?: Order; outdated?: Order }> {
    try {
      return await this.db.transaction((tx) => this.orderFor(tx, request));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'offer_sold_out') throw error;
      // Somebody took the last seat between this quote and its claim: the buyer sees the price now.
      const owned = await this.holdings.of(request.personId);
      throw priceChanged(await this.quotes.execute(request, { personId: request.personId, owned }));
    }
  }

  private async orderFor(tx: Tx, request: CheckoutRequest): Promise<{ order?: Order; outdated?: Order }> {
    const { personId, idempotencyKey, expectedTotal } = request;
    // One buyer's checkouts take turns: two tabs make one order.
    await tx.lock(`checkout:${personId}`);
    const basket = basketText(request);
    const known = idempotencyKey && (await this.queries.byKey(tx, personId, idempotencyKey));
    if (known) {
      if (known.basket !== basket) throw keyReused();
      refuseDearer(known, expectedTotal);
      return { order: known };
    }
    const at = await this.clock.now(tx);
    const open = await this.queries.openFor(tx, personId, basket, at);
    const owned = await this.holdings.of(personId, tx);
    const quote = await this.quotes
      .execute(request, { at, runner: tx, personId, owned })
      .catch((error: unknown) => insteadOf(open, error));
    // A price once confirmed stays until its checkout ends, unless it is lower now.
    if (open && (!quote || open.total <= quote.total.amount)) {
      refuseDearer(open, expectedTotal);
      return { order: open };
    }
    if (open) return { outdated: open };
    refuseOtherTotal(quote!, expectedTotal);
    return { order: await this.place.execute(tx, { ...request, basket, quote: quote!, at }) };
  }
}

/** What cannot be bought anew, for a code that ended or a price that went, may still be paid in its open checkout. */
function insteadOf(open: Order | undefined, error: unknown): undefined {
  if (open && error instanceof DomainError) return undefined;
  throw error;
}
