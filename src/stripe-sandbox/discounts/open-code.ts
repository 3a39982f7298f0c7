import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import type { NewCode } from '../params/coupons.js';
import { changedMetadata } from '../params/metadata.js';
import { emit } from '../store/emit.js';
import { newId, randomText } from '../store/ids.js';
import { findObject, insertObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { couponAt } from './coupon-state.js';

/** Makes a code that buyers type for a coupon. Of active codes each is written once, in whatever case. */
export async function openCode(work: Work, terms: NewCode): Promise<Stripe.PromotionCode> {
  const { coupon: couponId } = terms.promotion;
  const coupon = await findObject(work, 'coupon', couponId);
  if (!coupon) throw noSuch('coupon', couponId, 'promotion[coupon]');
  if (!couponAt(coupon, work.now).valid) throw invalidRequest('This coupon is no longer valid.', 'promotion[coupon]');
  const { customer, expires_at } = terms;
  if (customer && !(await findObject(work, 'customer', customer))) throw noSuch('customer', customer, 'customer');
  if (expires_at !== undefined && expires_at <= work.now) {
    throw invalidRequest('expires_at must be in the future.', 'expires_at');
  }
  const code = build(work, terms);
  if (code.active) await claimCode(work, code.code);
  await insertObject(work, code);
  await emit(work, 'promotion_code.created', code);
  return code;
}

/** Holds the spelling until the end of the work. @throws StripeError when an active code has it */
export async function claimCode(work: Work, code: string): Promise<void> {
  await work.tx.rows('SELECT pg_advisory_xact_lock(hashtextextended(upper($1), 716))', [code]);
  const taken = await work.tx.row(
    `SELECT 1 FROM stripe_sandbox.objects
     WHERE kind = 'promotion_code' AND upper(body->>'code') = upper($1) AND body->>'active' = 'true'`,
    [code],
  );
  if (taken) throw invalidRequest(`An active promotion code with \`code: ${code}\` already exists.`, 'code');
}

function build(work: Work, terms: NewCode): Stripe.PromotionCode & { object: 'promotion_code' } {
  const { currency_options, first_time_transaction, minimum_amount, minimum_amount_currency } =
    terms.restrictions ?? {};
  if ((minimum_amount === undefined) !== (minimum_amount_currency === undefined)) {
    throw invalidRequest('minimum_amount and minimum_amount_currency belong together.', 'restrictions[minimum_amount]');
  }
  const least = Object.entries(currency_options ?? {}).flatMap(([currency, { minimum_amount: amount }]) =>
    amount === undefined ? [] : [[currency, { minimum_amount: amount }]],
  );
  return {
    id: newId('promo'),
    object: 'promotion_code',
    active: terms.active ?? true,
    code: terms.code ?? randomText(8).toUpperCase(),
    created: work.now,
    customer: terms.customer ?? null,
    customer_account: null,
    expires_at: terms.expires_at ?? null,
    livemode: false,
    max_redemptions: terms.max_redemptions ?? null,
    metadata: changedMetadata({}, terms.metadata),
    promotion: { coupon: terms.promotion.coupon, type: 'coupon' },
    restrictions: {
      ...(currency_options && {
        currency_options: Object.fromEntries(least) as Record<string, { minimum_amount: number }>,
      }),
      first_time_transaction: first_time_transaction ?? false,
      minimum_amount: minimum_amount ?? null,
      minimum_amount_currency: minimum_amount_currency ?? null,
    },
    times_redeemed: 0,
  };
}
