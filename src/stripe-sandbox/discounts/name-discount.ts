import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { findObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { codeAt, couponAt } from './coupon-state.js';

/** A coupon, and the promotion code by which it came. */
export interface NamedDiscount {
  coupon: Stripe.Coupon;
  code: Stripe.PromotionCode | null;
}

/** The discount that a session's parameters name. @throws StripeError when it is not there or has run out. */
export async function namedDiscount(
  work: Work,
  named: { coupon?: string | undefined; promotion_code?: string | undefined },
): Promise<NamedDiscount> {
  if ((named.coupon === undefined) === (named.promotion_code === undefined)) {
    throw invalidRequest('You must specify exactly one of these parameters: coupon, promotion_code.', 'discounts[0]');
  }
  if (named.coupon !== undefined) return { coupon: await validCoupon(work, named.coupon), code: null };
  const code = await findObject(work, 'promotion_code', named.promotion_code!);
  if (!code) throw noSuch('promotion code', named.promotion_code!, 'discounts[0][promotion_code]');
  return ofCode(work, code);
}

/** The discount behind what a buyer typed, or undefined when there is none to have. */
export async function typedDiscount(work: Work, typed: string): Promise<NamedDiscount | undefined> {
  const found = await work.tx.row<{ body: Stripe.PromotionCode }>(
    `SELECT body FROM stripe_sandbox.objects
     WHERE kind = 'promotion_code' AND upper(body->>'code') = upper($1) AND body->>'active' = 'true'`,
    [typed.trim()],
  );
  if (!found) return undefined;
  const coupon = await findObject(work, 'coupon', found.body.promotion.coupon as string);
  const code = codeAt(found.body, coupon, work.now);
  return code.active ? { coupon: coupon!, code } : undefined;
}

async function ofCode(work: Work, found: Stripe.PromotionCode): Promise<NamedDiscount> {
  const coupon = await findObject(work, 'coupon', found.promotion.coupon as string);
  const code = codeAt(found, coupon, work.now);
  if (!code.active) {
    throw invalidRequest(
      'This promotion code is not active.',
      'discounts[0][promotion_code]',
      'promotion_code_inactive',
    );
  }
  return { coupon: coupon!, code };
}

async function validCoupon(work: Work, id: string): Promise<Stripe.Coupon> {
  const coupon = await findObject(work, 'coupon', id);
  if (!coupon) throw noSuch('coupon', id, 'discounts[0][coupon]');
  if (!couponAt(coupon, work.now).valid) throw invalidRequest(`Coupon expired: ${id}`, 'coupon', 'coupon_expired');
  return coupon;
}
