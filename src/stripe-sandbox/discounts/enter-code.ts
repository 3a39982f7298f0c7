import type Stripe from 'stripe';
import { StripeError } from '../api/stripe-error.js';
import type { OpenPayment } from '../payments/attempt.js';
import { relocate } from '../sessions/locate-buyer.js';
import { totalsOf } from '../sessions/totals.js';
import { saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { discountLines, shownDiscount } from './discount-lines.js';
import { typedDiscount } from './name-discount.js';

const unknown = 'This code is not valid. Check it, or pay without it.';

/**
 * The buyer enters a promotion code: the totals become those with its discount, taxes included.
 * @returns the payment as it is now, or why the code does not count
 */
export async function enterCode(
  work: Work,
  { session, memory }: OpenPayment,
  typed: string,
): Promise<OpenPayment | { refused: string }> {
  if (!session.allow_promotion_codes) return { refused: 'This payment takes no codes.' };
  const named = await typedDiscount(work, typed);
  if (!named) return { refused: unknown };
  try {
    const customer = session.customer as string | null;
    const lineItems = await discountLines(work, memory.lineItems.map(withoutAny), named, {
      sessionId: session.id,
      customer,
    });
    const discounted = { ...session, ...totalsOf(lineItems), discounts: [shownDiscount(named)] };
    const changed = relocate({ session: discounted, memory: { ...memory, lineItems } }, work.now);
    const total = changed.session.amount_total!;
    if (total > 0 && total < 50) return { refused: 'With this code the total is too small to be paid.' };
    await saveObject(work, changed.session, changed.memory);
    return changed;
  } catch (error) {
    if (error instanceof StripeError) return { refused: error.message };
    throw error;
  }
}

/** A line without discount and tax; both are computed again. */
const withoutAny = (item: Stripe.LineItem): Stripe.LineItem => ({
  ...item,
  amount_discount: 0,
  amount_tax: 0,
  amount_total: item.amount_subtotal,
  discounts: [],
  taxes: [],
});
