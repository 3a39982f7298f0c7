import type Stripe from 'stripe';
import { z } from 'zod';
import { currency } from './currency.js';
import { address, email, emptyable, flag, group, integer, list, metadata, oneOf, text } from './fields.js';
import { created, paging } from './paging.js';
import { shipping } from './shipping.js';

const offSession = () => z.union([flag(), oneOf('one_off', 'recurring')]);
const amount = () => integer(1, 99_999_999);

const terms = {
  allowed_payment_method_types: list(oneOf('card', 'us_bank_account', 'sepa_debit')).optional(),
  description: text(1_000).optional(),
  metadata: emptyable(metadata()).optional(),
  payment_method: text().optional(),
  receipt_email: email().optional(),
  setup_future_usage: oneOf('off_session', 'on_session').optional(),
  shipping: shipping().optional(),
  statement_descriptor: text(22).optional(),
  statement_descriptor_suffix: text(22).optional(),
};

export const createIntent = group({
  ...terms,
  amount: amount(),
  automatic_payment_methods: group({
    allow_redirects: oneOf('always', 'never').optional(),
    enabled: flag(),
  }).optional(),
  capture_method: oneOf('automatic', 'automatic_async').optional(),
  confirm: flag().optional(),
  confirmation_method: oneOf('automatic', 'manual').optional(),
  currency: currency(),
  customer: text().optional(),
  error_on_requires_action: flag().optional(),
  metadata: metadata().optional(),
  off_session: offSession().optional(),
  return_url: address().optional(),
}) satisfies z.ZodType<Stripe.PaymentIntentCreateParams>;

export const updateIntent = group({
  ...terms,
  amount: amount().optional(),
  currency: currency().optional(),
  customer: text().optional(),
}) satisfies z.ZodType<Stripe.PaymentIntentUpdateParams>;

export const confirmParams = group({
  error_on_requires_action: flag().optional(),
  off_session: offSession().optional(),
  payment_method: text().optional(),
  return_url: address().optional(),
}) satisfies z.ZodType<Stripe.PaymentIntentConfirmParams>;

export const cancelParams = group({
  cancellation_reason: oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer').optional(),
}) satisfies z.ZodType<Stripe.PaymentIntentCancelParams>;

export const listIntents = group({
  ...paging,
  created,
  customer: text().optional(),
}) satisfies z.ZodType<Stripe.PaymentIntentListParams>;

export type NewIntent = z.infer<typeof createIntent>;
export type IntentChange = z.infer<typeof updateIntent>;
export type Confirmation = z.infer<typeof confirmParams>;
