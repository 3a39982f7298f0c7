import type Stripe from 'stripe';
import { newId } from '../store/ids.js';
import type { Work } from '../store/work.js';
import { checkFit } from './check-fit.js';
import type { NamedDiscount } from './name-discount.js';
import { spreadDiscount } from './spread-discount.js';

/** A session's lines with a discount that fits them. @throws StripeError when it does not fit */
export async function discountLines(
  work: Work,
  items: Stripe.LineItem[],
  named: NamedDiscount,
  { sessionId, customer }: { sessionId: string; customer: string | null },
): Promise<Stripe.LineItem[]> {
  const subtotal = items.reduce((sum, item) => sum + item.amount_subtotal, 0);
  await checkFit(work, named, { currency: items[0]!.currency, customer, subtotal });
  const discount: Stripe.Discount = {
    id: newId('di'),
    object: 'discount',
    checkout_session: sessionId,
    customer,
    customer_account: null,
    end: null,
    invoice: null,
    invoice_item: null,
    promotion_code: named.code?.id ?? null,
    source: { coupon: named.coupon.id, type: 'coupon' },
    start: work.now,
    subscription: null,
    subscription_item: null,
  };
  return spreadDiscount(items, named.coupon, discount);
}

/** How a session shows its discount. */
export const shownDiscount = ({ coupon, code }: NamedDiscount): Stripe.Checkout.Session.Discount =>
  code ? { coupon: null, promotion_code: code.id } : { coupon: coupon.id, promotion_code: null };
