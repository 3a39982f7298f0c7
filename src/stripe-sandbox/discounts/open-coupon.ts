import type Stripe from 'stripe';
import { invalidRequest, missingParam } from '../api/stripe-error.js';
import type { NewCoupon } from '../params/coupons.js';
import { changedMetadata } from '../params/metadata.js';
import { emit } from '../store/emit.js';
import { randomText } from '../store/ids.js';
import { findObject, insertObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

/** Makes a coupon: so much per cent off, or so much of a currency. */
export async function openCoupon(work: Work, terms: NewCoupon): Promise<Stripe.Coupon> {
  await checkTerms(work, terms);
  const coupon: Stripe.Coupon = {
    id: terms.id ?? randomText(8),
    object: 'coupon',
    amount_off: terms.amount_off ?? null,
    ...(terms.applies_to?.products && { applies_to: { products: terms.applies_to.products } }),
    created: work.now,
    currency: terms.amount_off === undefined ? null : terms.currency!,
    ...(terms.currency_options && { currency_options: terms.currency_options }),
    duration: terms.duration ?? 'once',
    duration_in_months: terms.duration_in_months ?? null,
    livemode: false,
    max_redemptions: terms.max_redemptions ?? null,
    metadata: changedMetadata({}, terms.metadata),
    name: terms.name ?? null,
    percent_off: terms.percent_off ?? null,
    redeem_by: terms.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  };
  await insertObject(work, coupon);
  await emit(work, 'coupon.created', coupon);
  return coupon;
}

async function checkTerms(work: Work, terms: NewCoupon): Promise<void> {
  const { amount_off, currency, duration, duration_in_months, id, percent_off, redeem_by } = terms;
  if ((amount_off === undefined) === (percent_off === undefined)) {
    throw invalidRequest('You must specify exactly one of these parameters: amount_off, percent_off.', 'percent_off');
  }
  if (amount_off !== undefined && currency === undefined) throw missingParam('currency');
  if ((duration === 'repeating') !== (duration_in_months !== undefined)) {
    throw invalidRequest('duration_in_months belongs to the duration repeating, and only to it.', 'duration_in_months');
  }
  if (redeem_by !== undefined && redeem_by <= work.now) {
    throw invalidRequest('redeem_by must be in the future.', 'redeem_by');
  }
  if (id !== undefined && (await findObject(work, 'coupon', id))) {
    throw invalidRequest('Coupon already exists.', 'id', 'resource_already_exists');
  }
}
