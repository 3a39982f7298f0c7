import type Stripe from 'stripe';
import type { Work } from './work.js';

/** What a session remembers beside what Stripe shows of it. */
export interface SessionMemory {
  lineItems: Stripe.LineItem[];
  /** What the buyer's customer takes over from the payment page. */
  customerUpdate?: { address: boolean; name: boolean };
  paymentIntentData: {
    description: string | null;
    metadata: Stripe.Metadata;
    receipt_email: string | null;
    statement_descriptor: string | null;
    statement_descriptor_suffix: string | null;
    setup_future_usage?: 'off_session' | 'on_session' | null;
    shipping?: Stripe.PaymentIntent.Shipping | null;
  };
  /** A 3-D Secure step that waits for its answer: which test card, never its number. */
  challenge?: { last4: string; email: string | null; name: string | null; expMonth: number; expYear: number };
}

export async function lineItemsOf(work: Work, sessionId: string): Promise<Stripe.LineItem[] | undefined> {
  const found = await work.tx.row<{ items: Stripe.LineItem[] }>(
    `SELECT hidden->'lineItems' AS items FROM stripe_sandbox.objects WHERE id = $1 AND kind = 'checkout.session'`,
    [sessionId],
  );
  return found?.items;
}

/** The list as `expand: ['line_items']` shows it: the first ten. */
export async function listLineItems(work: Work, sessionId: string): Promise<Stripe.ApiList<Stripe.LineItem>> {
  const items = (await lineItemsOf(work, sessionId)) ?? [];
  return {
    object: 'list',
    data: items.slice(0, 10),
    has_more: items.length > 10,
    url: `/v1/checkout/sessions/${sessionId}/line_items`,
  };
}
