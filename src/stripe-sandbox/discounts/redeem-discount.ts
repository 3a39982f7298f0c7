import type Stripe from 'stripe';
import { invalidRequest } from '../api/stripe-error.js';
import { lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { codeAt, couponAt } from './coupon-state.js';

/** Counts the discount of a session that completes. @throws StripeError when others have used it up meanwhile */
export async function redeemDiscount(work: Work, { discounts }: Stripe.Checkout.Session): Promise<void> {
  const [discount] = discounts ?? [];
  if (!discount) return;
  const codeId = discount.promotion_code as string | null;
  const code = codeId ? (await lockObject(work, 'promotion_code', codeId))?.body : undefined;
  const couponId = code ? (code.promotion.coupon as string) : (discount.coupon as string);
  const coupon = (await lockObject(work, 'coupon', couponId))?.body;
  if (!coupon || !couponAt(coupon, work.now).valid || (code && !codeAt(code, coupon, work.now).active)) {
    throw invalidRequest(`Coupon expired: ${couponId}`, 'coupon', 'coupon_expired');
  }
  await saveObject(work, couponAt({ ...coupon, times_redeemed: coupon.times_redeemed + 1 }, work.now));
  if (!code) return;
  const used = { ...code, times_redeemed: code.times_redeemed + 1 };
  await saveObject(work, codeAt(used, coupon, work.now));
}
