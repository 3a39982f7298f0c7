import type Stripe from 'stripe';
import { type Money, money, share, splitByLargestRemainder } from '../../shared/index.js';

/**
 * The lines with a coupon's discount: computed once over the lines it is for, then spread over them in proportion, so
 * that the parts sum to the whole. Never more than the lines cost.
 */
export function spreadDiscount(
  items: Stripe.LineItem[],
  coupon: Stripe.Coupon,
  discount: Stripe.Discount,
): Stripe.LineItem[] {
  const weights = items.map((item) => (isFor(coupon, item) ? item.amount_subtotal : 0));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return items;
  const off = offOf(coupon, money(sum, items[0]!.currency.toUpperCase()));
  const parts = splitByLargestRemainder(off, weights).map(({ amount }) => amount);
  return items.map((item, index) => withDiscount(item, parts[index]!, discount));
}

function isFor({ applies_to }: Stripe.Coupon, { price }: Stripe.LineItem): boolean {
  return !applies_to || applies_to.products.includes(price!.product as string);
}

/** Percents have two decimals at most. */
function offOf(coupon: Stripe.Coupon, whole: Money): Money {
  if (coupon.percent_off !== null) return share(whole, Math.round(coupon.percent_off * 100), 10_000);
  return money(Math.min(amountOff(coupon, whole.currency.toLowerCase()) ?? 0, whole.amount), whole.currency);
}

/** What a coupon takes off in a currency, in minor units. */
export const amountOff = (coupon: Stripe.Coupon, currency: string): number | undefined =>
  coupon.currency === currency ? (coupon.amount_off ?? undefined) : coupon.currency_options?.[currency]?.amount_off;

function withDiscount(item: Stripe.LineItem, amount: number, discount: Stripe.Discount): Stripe.LineItem {
  if (amount === 0) return item;
  const amount_total = item.amount_subtotal - amount;
  return { ...item, amount_discount: amount, amount_total, discounts: [{ amount, discount }] };
}
