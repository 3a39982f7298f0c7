import type Stripe from 'stripe';
import { route } from '../api/route.js';
import { noSuch } from '../api/stripe-error.js';
import { codeAt } from '../discounts/coupon-state.js';
import { claimCode, openCode } from '../discounts/open-code.js';
import { createCode, listCodes, updateCode } from '../params/coupons.js';
import { changedMetadata } from '../params/metadata.js';
import { nothing } from '../params/paging.js';
import { emit } from '../store/emit.js';
import { listObjects } from '../store/list-objects.js';
import { findObject, lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

const path = '/promotion_codes';

export const promotionCodes = [
  route('post', path, createCode, openCode),
  route('get', path, listCodes, async (work, { active, code, coupon, customer, ...page }) => {
    const wanted = { active, code, customer, ...(coupon && { promotion: { coupon } }) };
    const found = await listObjects(work, 'promotion_code', `/v1${path}`, page, wanted);
    const data: Stripe.PromotionCode[] = [];
    for (const each of found.data) data.push(await current(work, each));
    return { ...found, data };
  }),
  route('get', `${path}/:id`, nothing, async (work, _params, id) => current(work, await lockCode(work, id))),
  route('post', `${path}/:id`, updateCode, async (work, { active, metadata }, id) => {
    const before = await lockCode(work, id);
    if (active && !before.active) await claimCode(work, before.code);
    const changed: Stripe.PromotionCode = {
      ...before,
      active: active ?? before.active,
      metadata: changedMetadata(before.metadata ?? {}, metadata),
    };
    await saveObject(work, changed);
    await emit(work, 'promotion_code.updated', changed);
    return current(work, changed);
  }),
];

async function lockCode(work: Work, id: string): Promise<Stripe.PromotionCode> {
  const held = await lockObject(work, 'promotion_code', id);
  if (!held) throw noSuch('promotion code', id);
  return held.body;
}

const current = async (work: Work, code: Stripe.PromotionCode): Promise<Stripe.PromotionCode> =>
  codeAt(code, await findObject(work, 'coupon', code.promotion.coupon as string), work.now);
