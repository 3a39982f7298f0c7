import type Stripe from 'stripe';
import type { z } from 'zod';
import { currency } from './currency.js';
import { emptyable, group, integer, metadata, oneOf, text } from './fields.js';
import { created, paging } from './paging.js';

export const createPayout = group({
  amount: integer(1),
  currency: currency(),
  description: text().optional(),
  metadata: metadata().optional(),
  method: oneOf('standard').optional(),
  statement_descriptor: text(22).optional(),
}) satisfies z.ZodType<Stripe.PayoutCreateParams>;

export const updatePayout = group({
  metadata: emptyable(metadata()).optional(),
}) satisfies z.ZodType<Stripe.PayoutUpdateParams>;

export const listPayouts = group({
  ...paging,
  created,
  status: oneOf('canceled', 'failed', 'in_transit', 'paid', 'pending').optional(),
}) satisfies z.ZodType<Stripe.PayoutListParams>;

export type NewPayout = z.infer<typeof createPayout>;
