import type Stripe from 'stripe';
import type { z } from 'zod';
import { currency } from './currency.js';
import { emptyable, group, integer, metadata, oneOf, text } from './fields.js';
import { created, paging } from './paging.js';

export const listCharges = group({
  ...paging,
  created,
  customer: text().optional(),
  payment_intent: text().optional(),
}) satisfies z.ZodType<Stripe.ChargeListParams>;

export const listTransactions = group({
  ...paging,
  created,
  currency: currency().optional(),
  payout: text().optional(),
  source: text().optional(),
  type: text().optional(),
}) satisfies z.ZodType<Stripe.BalanceTransactionListParams>;

export const createRefund = group({
  amount: integer(1).optional(),
  charge: text().optional(),
  metadata: emptyable(metadata()).optional(),
  payment_intent: text().optional(),
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer').optional(),
}) satisfies z.ZodType<Stripe.RefundCreateParams>;

export const updateRefund = group({
  metadata: emptyable(metadata()).optional(),
}) satisfies z.ZodType<Stripe.RefundUpdateParams>;

export const listRefunds = group({
  ...paging,
  charge: text().optional(),
  created,
  payment_intent: text().optional(),
}) satisfies z.ZodType<Stripe.RefundListParams>;
