import type Stripe from 'stripe';
import { route } from '../api/route.js';
import { noSuch } from '../api/stripe-error.js';
import { couponAt } from '../discounts/coupon-state.js';
import { openCoupon } from '../discounts/open-coupon.js';
import { createCoupon, listCoupons, updateCoupon } from '../params/coupons.js';
import { changedMetadata } from '../params/metadata.js';
import { nothing } from '../params/paging.js';
import { emit } from '../store/emit.js';
import { listObjects } from '../store/list-objects.js';
import { lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

export const coupons = [
  route('post', '/coupons', createCoupon, openCoupon),
  route('get', '/coupons', listCoupons, async (work, page) => {
    const found = await listObjects(work, 'coupon', '/v1/coupons', page);
    return { ...found, data: found.data.map((coupon) => couponAt(coupon, work.now)) };
  }),
  route('get', '/coupons/:id', nothing, couponOf),
  route('post', '/coupons/:id', updateCoupon, async (work, { currency_options, metadata, name }, id) => {
    const before = await couponOf(work, {}, id);
    const changed: Stripe.Coupon = {
      ...before,
      ...(currency_options && { currency_options: { ...before.currency_options, ...currency_options } }),
      metadata: changedMetadata(before.metadata ?? {}, metadata),
      name: name ?? before.name,
    };
    await saveObject(work, changed);
    await emit(work, 'coupon.updated', changed);
    return changed;
  }),
  route('delete', '/coupons/:id', nothing, async (work, _params, id) => {
    const coupon = await couponOf(work, {}, id);
    await work.tx.rows('DELETE FROM stripe_sandbox.objects WHERE id = $1', [id]);
    await emit(work, 'coupon.deleted', { ...coupon, valid: false });
    return { id, object: 'coupon', deleted: true } satisfies Stripe.DeletedCoupon;
  }),
];

async function couponOf(work: Work, _params: object, id: string): Promise<Stripe.Coupon> {
  const held = await lockObject(work, 'coupon', id);
  if (!held) throw noSuch('coupon', id);
  return couponAt(held.body, work.now);
}
