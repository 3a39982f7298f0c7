import type Stripe from 'stripe';
import type { SessionState } from '../orders/order.entity.js';

/**
 * Reads a session that was fetched with `expand: ['payment_intent.latest_charge']`, and its lines if tax was computed for
 * them.
 */
export function sessionState(session: Stripe.Checkout.Session, lines: readonly Stripe.LineItem[]): SessionState {
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null;
  const charge = typeof intent?.latest_charge === 'object' ? intent.latest_charge : null;
  return {
    sessionId: session.id,
    orderId: session.client_reference_id,
    progress: progressOf(session, intent),
    amount: session.amount_total ?? 0,
    subtotal: (session.amount_subtotal ?? 0) - (session.total_details?.amount_discount ?? 0),
    tax: session.total_details?.amount_tax ?? 0,
    lineTaxes: lines.map((line) => line.amount_tax),
    customer: idOf(session.customer),
    billed: billedOf(session),
    currency: (session.currency ?? '').toUpperCase(),
    paymentIntent: intent?.id ?? null,
    charge: charge?.id ?? null,
    method: methodOf(charge),
    paymentMethod: idOf(intent?.payment_method ?? null),
  };
}

function progressOf(session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | null): SessionState['progress'] {
  if (session.status === 'expired') return 'expired';
  if (session.status !== 'complete') return 'open';
  if (session.payment_status !== 'unpaid') return 'paid';
  const isOver = intent?.status === 'requires_payment_method' || intent?.status === 'canceled';
  return isOver ? 'failed' : 'awaiting';
}

/** "Visa ending 4242" */
export function methodOf(charge: Stripe.Charge | null): string {
  const details = charge?.payment_method_details;
  if (details?.card) return `${brandName(details.card.brand)} ending ${details.card.last4 ?? '????'}`;
  const type = details?.type ?? 'unknown';
  return accounts[type] ?? type.replaceAll('_', ' ');
}

/** What Stripe names by a code that is no word. */
const accounts: Record<string, string> = {
  us_bank_account: 'a US bank account',
  sepa_debit: 'SEPA direct debit',
  bacs_debit: 'Bacs direct debit',
};

/** "visa" → "Visa", "american_express" → "American Express" */
const brandName = (brand: string | null): string =>
  (brand ?? 'card').replaceAll('_', ' ').replace(/(^| )\w/g, (letter) => letter.toUpperCase());

const idOf = (thing: { id: string } | string | null): string | null =>
  typeof thing === 'string' ? thing : (thing?.id ?? null);

function billedOf({ automatic_tax, customer_details: customer }: Stripe.Checkout.Session): SessionState['billed'] {
  if (!automatic_tax.enabled || !customer) return null;
  return {
    country: customer.address?.country ?? null,
    ...stateOf(customer.address),
    taxIds: (customer.tax_ids ?? []).flatMap(({ value }) => value ?? []),
    exempt: customer.tax_exempt ?? 'none',
  };
}

/** Countries whose states or provinces tax for themselves. */
const federal = new Set(['US', 'CA']);

const stateOf = (address: Stripe.Address | null): { state?: string } =>
  address?.state && federal.has(address.country ?? '') ? { state: address.state } : {};
