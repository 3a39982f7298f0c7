import type Stripe from 'stripe';
import type { z } from 'zod';
import { email, emptyable, group, integer, metadata, oneOf, text } from './fields.js';
import { paging } from './paging.js';
import { place } from './shipping.js';

const billing = group({
  address: emptyable(place()).optional(),
  email: emptyable(email()).optional(),
  name: emptyable(text()).optional(),
  phone: emptyable(text(20)).optional(),
});

export const createMethod = group({
  billing_details: billing.optional(),
  card: group({
    cvc: text(4).optional(),
    exp_month: integer(1, 12).optional(),
    exp_year: integer(2_000, 2_100).optional(),
    number: text(23).optional(),
    token: text().optional(),
  }).optional(),
  metadata: metadata().optional(),
  sepa_debit: group({ iban: text(42) }).optional(),
  type: oneOf('card', 'sepa_debit'),
}) satisfies z.ZodType<Omit<Stripe.PaymentMethodCreateParams, 'card'>>;

export const updateMethod = group({
  billing_details: billing.optional(),
  metadata: emptyable(metadata()).optional(),
}) satisfies z.ZodType<Stripe.PaymentMethodUpdateParams>;

export const attachParams = group({ customer: text() }) satisfies z.ZodType<Stripe.PaymentMethodAttachParams>;

export const listMethods = group({
  ...paging,
  customer: text().optional(),
  type: oneOf('card', 'sepa_debit', 'us_bank_account').optional(),
}) satisfies z.ZodType<Stripe.PaymentMethodListParams>;

export const listCustomerMethods = group({
  ...paging,
  type: oneOf('card', 'sepa_debit', 'us_bank_account').optional(),
}) satisfies z.ZodType<Stripe.CustomerListPaymentMethodsParams>;

export type NewMethod = z.infer<typeof createMethod>;
export type BillingParams = z.infer<typeof billing>;
