import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import type { NewSession } from '../params/checkout-sessions.js';
import { changedMetadata } from '../params/metadata.js';
import { newId } from '../store/ids.js';
import type { SessionMemory } from '../store/line-items.js';
import { shippingOf } from '../payments/shipping.js';
import { findObject, insertObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { discountLines, shownDiscount } from '../discounts/discount-lines.js';
import { namedDiscount } from '../discounts/name-discount.js';
import { buyerDetails } from './buyer-details.js';
import { checkTaxTerms } from './check-tax-terms.js';
import { checkTerms, type HostedSession } from './check-terms.js';
import { locate } from './locate-buyer.js';
import { methodsFor } from './methods.js';
import { priceLines } from './price-lines.js';
import { totalsOf } from './totals.js';

const day = 24 * 60 * 60;

/** Opens a Checkout Session in mode payment, payable on the stand-in's own page. */
export async function openSession(work: Work, terms: NewSession): Promise<Stripe.Checkout.Session> {
  checkTerms(terms, work.now);
  const customer = terms.customer === undefined ? undefined : await findObject(work, 'customer', terms.customer);
  if (terms.customer !== undefined && !customer) throw noSuch('customer', terms.customer, 'customer');
  checkTaxTerms(terms, customer ?? null);
  const id = newId('cs_test');
  const named = terms.discounts?.[0] && (await namedDiscount(work, terms.discounts[0]));
  const lines = await priceLines(work, terms.line_items);
  const owner = { sessionId: id, customer: customer?.id ?? null };
  const lineItems = named ? await discountLines(work, lines, named, owner) : lines;
  const total = totalsOf(lineItems).amount_total!;
  if (total > 0 && total < 50) {
    throw invalidRequest(
      "The Checkout Session's total amount must convert to at least 50 cents.",
      'line_items',
      'amount_too_small',
    );
  }
  const discounts = named ? [shownDiscount(named)] : [];
  const session = { ...build(work, id, terms, lineItems, customer ?? null), discounts };
  const data = terms.payment_intent_data;
  const memory: SessionMemory = {
    lineItems,
    customerUpdate: {
      address: terms.customer_update?.address === 'auto',
      name: terms.customer_update?.name === 'auto',
    },
    paymentIntentData: {
      description: data?.description ?? null,
      metadata: changedMetadata({}, data?.metadata),
      receipt_email: data?.receipt_email ?? null,
      statement_descriptor: data?.statement_descriptor ?? null,
      statement_descriptor_suffix: data?.statement_descriptor_suffix ?? null,
      setup_future_usage: data?.setup_future_usage ?? null,
      shipping: data?.shipping ? shippingOf(data.shipping) : null,
    },
  };
  const address = customer?.address;
  if (!session.automatic_tax.enabled || !address?.country) return insertObject(work, session, memory);
  const known = { address: { ...address, country: address.country }, businessName: null, taxId: null };
  const located = locate({ session, memory }, known, work.now);
  return insertObject(work, { ...located.session, object: session.object }, located.memory);
}

function build(
  work: Work,
  id: string,
  terms: HostedSession,
  lineItems: Stripe.LineItem[],
  customer: Stripe.Customer | null,
): Stripe.Checkout.Session & { object: 'checkout.session' } {
  const { currency } = lineItems[0]!;
  const taxed = terms.automatic_tax?.enabled ?? false;
  const email = terms.customer_email ?? customer?.email ?? null;
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: terms.adaptive_pricing?.enabled ?? true },
    after_expiration: null,
    allow_promotion_codes: terms.allow_promotion_codes ?? null,
    allowed_payment_method_types: terms.allowed_payment_method_types ?? null,
    ...totalsOf(lineItems),
    automatic_tax: {
      enabled: taxed,
      liability: taxed ? { type: 'self' } : null,
      provider: taxed ? 'stripe' : null,
      status: taxed ? 'requires_location_inputs' : null,
    },
    billing_address_collection: terms.billing_address_collection ?? null,
    cancel_url: terms.cancel_url ?? null,
    client_reference_id: terms.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: work.now,
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: customer?.id ?? null,
    customer_account: null,
    customer_creation: customer ? null : (terms.customer_creation ?? 'if_required'),
    customer_details: email === null ? null : buyerDetails(null, { email, name: customer?.name ?? null }),
    customer_email: terms.customer_email ?? null,
    discounts: [],
    expires_at: terms.expires_at ?? work.now + day,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: terms.locale ?? null,
    managed_payments: null,
    metadata: changedMetadata({}, terms.metadata),
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: methodsFor(currency, terms.allowed_payment_method_types),
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: terms.submit_type ?? null,
    subscription: null,
    success_url: terms.success_url,
    tax_id_collection: {
      enabled: terms.tax_id_collection?.enabled ?? false,
      required: terms.tax_id_collection?.required ?? 'never',
    },
    ui_mode: 'hosted_page',
    url: `${work.publicUrl}/c/pay/${id}`,
    wallet_options: null,
  };
}
