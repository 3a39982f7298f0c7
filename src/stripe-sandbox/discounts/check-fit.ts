import type Stripe from 'stripe';
import { invalidRequest } from '../api/stripe-error.js';
import type { Work } from '../store/work.js';
import type { NamedDiscount } from './name-discount.js';
import { amountOff } from './spread-discount.js';

export interface Order {
  currency: string;
  customer: string | null;
  /** Before the discount, in minor units. */
  subtotal: number;
}

/** Whether a discount is for this buyer, currency and amount. @throws StripeError saying why not */
export async function checkFit(work: Work, { coupon, code }: NamedDiscount, order: Order): Promise<void> {
  if (coupon.percent_off === null && amountOff(coupon, order.currency) === undefined) {
    throw unfit(`The coupon ${coupon.id} is not for payments in ${order.currency}.`);
  }
  if (!code) return;
  if (code.customer && code.customer !== order.customer) throw unfit('This promotion code is for another customer.');
  const least = leastOf(code.restrictions, order.currency);
  if (least === undefined) throw unfit(`This promotion code is not for payments in ${order.currency}.`);
  if (order.subtotal < least) throw unfit(`This promotion code needs an order of at least ${least} ${order.currency}.`);
  if (code.restrictions.first_time_transaction && (await hasPaid(work, order.customer))) {
    throw unfit('This promotion code is for a first payment.');
  }
}

/** The least amount in a currency; undefined where the code names none for it. */
function leastOf(restrictions: Stripe.PromotionCode.Restrictions, currency: string): number | undefined {
  const { minimum_amount, minimum_amount_currency, currency_options } = restrictions;
  if (minimum_amount === null) return 0;
  return minimum_amount_currency === currency ? minimum_amount : currency_options?.[currency]?.minimum_amount;
}

async function hasPaid(work: Work, customer: string | null): Promise<boolean> {
  if (customer === null) return false;
  const paid = await work.tx.row(
    `SELECT 1 FROM stripe_sandbox.objects WHERE kind = 'charge' AND body @> $1::jsonb LIMIT 1`,
    [JSON.stringify({ customer, status: 'succeeded' })],
  );
  return paid !== undefined;
}

const unfit = (message: string) => invalidRequest(message, 'discounts', 'promotion_code_not_applicable');
