import type Stripe from 'stripe';
import type { z } from 'zod';
import { currency } from './currency.js';
import { flag, group, integer, list, metadata, oneOf, text } from './fields.js';
import { created, paging } from './paging.js';

export const taxBehavior = () => oneOf('exclusive', 'inclusive', 'unspecified');
export const unitAmount = () => integer(0, 99_999_999);

export const createPrice = group({
  active: flag().optional(),
  currency: currency(),
  lookup_key: text(200).optional(),
  metadata: metadata().optional(),
  nickname: text().optional(),
  product: text().optional(),
  product_data: group({
    active: flag().optional(),
    id: text().optional(),
    metadata: metadata().optional(),
    name: text(),
    statement_descriptor: text(22).optional(),
    tax_code: text().optional(),
    unit_label: text(12).optional(),
  }).optional(),
  tax_behavior: taxBehavior().optional(),
  unit_amount: unitAmount(),
}) satisfies z.ZodType<Stripe.PriceCreateParams>;

export const listPrices = group({
  ...paging,
  active: flag().optional(),
  created,
  currency: currency().optional(),
  lookup_keys: list(text(), 10).optional(),
  product: text().optional(),
}) satisfies z.ZodType<Stripe.PriceListParams>;
