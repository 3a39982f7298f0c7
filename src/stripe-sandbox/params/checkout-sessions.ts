import type Stripe from 'stripe';
import type { z } from 'zod';
import { currency } from './currency.js';
import { address, email, flag, group, integer, list, metadata, oneOf, text } from './fields.js';
import { shipping } from './shipping.js';
import { created, paging } from './paging.js';
import { taxBehavior, unitAmount } from './prices.js';

const lineItem = group({
  metadata: metadata().optional(),
  price: text().optional(),
  price_data: group({
    currency: currency(),
    product: text().optional(),
    product_data: group({
      description: text(40_000).optional(),
      images: list(address(), 8).optional(),
      metadata: metadata().optional(),
      name: text(),
      tax_code: text().optional(),
      unit_label: text(12).optional(),
    }).optional(),
    tax_behavior: taxBehavior().optional(),
    unit_amount: unitAmount(),
  }).optional(),
  quantity: integer(1, 999_999).optional(),
});

export const createSession = group({
  adaptive_pricing: group({ enabled: flag().optional() }).optional(),
  allow_promotion_codes: flag().optional(),
  allowed_payment_method_types: list(oneOf('card', 'us_bank_account', 'sepa_debit')).optional(),
  automatic_tax: group({ enabled: flag() }).optional(),
  billing_address_collection: oneOf('auto', 'required').optional(),
  cancel_url: address().optional(),
  client_reference_id: text(200).optional(),
  currency: currency().optional(),
  customer: text().optional(),
  customer_creation: oneOf('always', 'if_required').optional(),
  customer_email: email().optional(),
  customer_update: group({
    address: oneOf('auto', 'never').optional(),
    name: oneOf('auto', 'never').optional(),
  }).optional(),
  discounts: list(group({ coupon: text().optional(), promotion_code: text().optional() }), 1).optional(),
  expires_at: integer(0).optional(),
  line_items: list(lineItem, 100).optional(),
  locale: text(10).optional(),
  metadata: metadata().optional(),
  mode: oneOf('payment', 'setup', 'subscription').optional(),
  payment_intent_data: group({
    description: text(1_000).optional(),
    metadata: metadata().optional(),
    receipt_email: email().optional(),
    setup_future_usage: oneOf('off_session', 'on_session').optional(),
    shipping: shipping().optional(),
    statement_descriptor: text(22).optional(),
    statement_descriptor_suffix: text(22).optional(),
  }).optional(),
  submit_type: oneOf('auto', 'book', 'donate', 'pay', 'subscribe').optional(),
  success_url: text().optional(),
  tax_id_collection: group({ enabled: flag(), required: oneOf('if_supported', 'never').optional() }).optional(),
  ui_mode: oneOf('elements', 'embedded_page', 'form', 'hosted_page').optional(),
}) satisfies z.ZodType<Stripe.Checkout.SessionCreateParams>;

export const listSessions = group({
  ...paging,
  created,
  customer: text().optional(),
  customer_details: group({ email: email() }).optional(),
  payment_intent: text().optional(),
  status: oneOf('complete', 'expired', 'open').optional(),
}) satisfies z.ZodType<Stripe.Checkout.SessionListParams>;

export const listSessionItems = group(paging) satisfies z.ZodType<Stripe.Checkout.SessionListLineItemsParams>;

export type NewSession = z.infer<typeof createSession>;
export type NewLine = z.infer<typeof lineItem>;
