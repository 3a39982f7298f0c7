import type Stripe from 'stripe';
import type { z } from 'zod';
import { address, flag, group, list, metadata, text } from './fields.js';
import { created, paging } from './paging.js';

export const createProduct = group({
  active: flag().optional(),
  description: text(40_000).optional(),
  id: text(100).optional(),
  images: list(address(), 8).optional(),
  metadata: metadata().optional(),
  name: text(),
  shippable: flag().optional(),
  statement_descriptor: text(22).optional(),
  tax_code: text().optional(),
  unit_label: text(12).optional(),
  url: address().optional(),
}) satisfies z.ZodType<Stripe.ProductCreateParams>;

export const listProducts = group({
  ...paging,
  active: flag().optional(),
  created,
  shippable: flag().optional(),
  url: text().optional(),
}) satisfies z.ZodType<Stripe.ProductListParams>;
