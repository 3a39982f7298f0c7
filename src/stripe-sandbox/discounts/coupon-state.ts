import type Stripe from 'stripe';

/** The coupon as it is now: valid until its day, and until it was redeemed as often as it may be. */
export const couponAt = (coupon: Stripe.Coupon, now: number): Stripe.Coupon => ({
  ...coupon,
  valid:
    (coupon.redeem_by === null || now < coupon.redeem_by) &&
    (coupon.max_redemptions === null || coupon.times_redeemed < coupon.max_redemptions),
});

/** The code as it is now: a code that ran out, or whose coupon did, is not active. */
export const codeAt = (
  code: Stripe.PromotionCode,
  coupon: Stripe.Coupon | undefined,
  now: number,
): Stripe.PromotionCode => ({
  ...code,
  active:
    code.active &&
    (code.expires_at === null || now < code.expires_at) &&
    (code.max_redemptions === null || code.times_redeemed < code.max_redemptions) &&
    coupon !== undefined &&
    couponAt(coupon, now).valid,
});
