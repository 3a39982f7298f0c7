import Stripe from 'stripe';
import { route } from '../api/route.js';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { changedMetadata } from '../params/metadata.js';
import { nothing } from '../params/paging.js';
import { createPrice, listPrices } from '../params/prices.js';
import { emit } from '../store/emit.js';
import { newId } from '../store/ids.js';
import { listObjects } from '../store/list-objects.js';
import { findObject, insertObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { openProduct } from './products.js';

export const prices = [
  route('post', '/prices', createPrice, async (work, { product, product_data, ...terms }) => {
    if ((product === undefined) === (product_data === undefined)) {
      throw invalidRequest('You must specify one of these parameters: product, product_data.', 'product');
    }
    if (product && !(await findObject(work, 'product', product))) throw noSuch('product', product, 'product');
    return openPrice(work, { ...terms, product: product ?? (await openProduct(work, product_data!)).id });
  }),
  route('get', '/prices', listPrices, async (work, { active, currency, product, lookup_keys, ...page }) => {
    if (lookup_keys && lookup_keys.length > 1) {
      throw invalidRequest('The stand-in looks up one key at a time.', 'lookup_keys');
    }
    const wanted = { active, currency, product, lookup_key: lookup_keys?.[0] };
    return listObjects(work, 'price', '/v1/prices', page, wanted);
  }),
  route('get', '/prices/:id', nothing, async (work, _params, id) => {
    const price = await findObject(work, 'price', id);
    if (!price) throw noSuch('price', id);
    return price;
  }),
];

export interface PriceTerms {
  active?: boolean | undefined;
  currency: string;
  lookup_key?: string | undefined;
  metadata?: Record<string, string> | undefined;
  nickname?: string | undefined;
  product: string;
  tax_behavior?: 'exclusive' | 'inclusive' | 'unspecified' | undefined;
  unit_amount: number;
}

/** Makes a one-time price; a session's `price_data` does too. */
export async function openPrice(work: Work, terms: PriceTerms): Promise<Stripe.Price> {
  const price: Stripe.Price = {
    id: newId('price'),
    object: 'price',
    active: terms.active ?? true,
    billing_scheme: 'per_unit',
    created: work.now,
    currency: terms.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: terms.lookup_key ?? null,
    metadata: changedMetadata({}, terms.metadata),
    nickname: terms.nickname ?? null,
    product: terms.product,
    recurring: null,
    tax_behavior: terms.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: terms.unit_amount,
    unit_amount_decimal: Stripe.Decimal.from(terms.unit_amount),
  };
  await insertObject(work, price);
  await emit(work, 'price.created', price);
  return price;
}
