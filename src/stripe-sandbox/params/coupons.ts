import type Stripe from 'stripe';
import { z } from 'zod';
import { currency } from './currency.js';
import { emptyable, flag, group, integer, list, metadata, oneOf, percent, text } from './fields.js';
import { created, paging } from './paging.js';

const amounts = z.record(z.string().regex(/^[a-z]{3}$/), group({ amount_off: integer(1, 99_999_999) }));
const least = z.record(z.string().regex(/^[a-z]{3}$/), group({ minimum_amount: integer(1, 99_999_999).optional() }));

export const createCoupon = group({
  amount_off: integer(1, 99_999_999).optional(),
  applies_to: group({ products: list(text(), 50).optional() }).optional(),
  currency: currency().optional(),
  currency_options: amounts.optional(),
  duration: oneOf('forever', 'once', 'repeating').optional(),
  duration_in_months: integer(1, 36).optional(),
  id: text(200).optional(),
  max_redemptions: integer(1).optional(),
  metadata: emptyable(metadata()).optional(),
  name: text(40).optional(),
  percent_off: percent().optional(),
  redeem_by: integer(0).optional(),
}) satisfies z.ZodType<Stripe.CouponCreateParams>;

export const updateCoupon = group({
  currency_options: amounts.optional(),
  metadata: emptyable(metadata()).optional(),
  name: text(40).optional(),
}) satisfies z.ZodType<Stripe.CouponUpdateParams>;

export const listCoupons = group({ ...paging, created }) satisfies z.ZodType<Stripe.CouponListParams>;

export const createCode = group({
  active: flag().optional(),
  code: text(500).optional(),
  customer: text().optional(),
  expires_at: integer(0).optional(),
  max_redemptions: integer(1).optional(),
  metadata: metadata().optional(),
  promotion: group({ coupon: text(), type: oneOf('coupon') }),
  restrictions: group({
    currency_options: least.optional(),
    first_time_transaction: flag().optional(),
    minimum_amount: integer(1, 99_999_999).optional(),
    minimum_amount_currency: currency().optional(),
  }).optional(),
}) satisfies z.ZodType<Stripe.PromotionCodeCreateParams>;

export const updateCode = group({
  active: flag().optional(),
  metadata: emptyable(metadata()).optional(),
}) satisfies z.ZodType<Stripe.PromotionCodeUpdateParams>;

export const listCodes = group({
  ...paging,
  active: flag().optional(),
  code: text().optional(),
  coupon: text().optional(),
  created,
  customer: text().optional(),
}) satisfies z.ZodType<Stripe.PromotionCodeListParams>;

export type NewCoupon = z.infer<typeof createCoupon>;
export type NewCode = z.infer<typeof createCode>;
