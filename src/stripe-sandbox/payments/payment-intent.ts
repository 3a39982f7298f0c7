import type Stripe from 'stripe';
import { findObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import type { OpenPayment } from './attempt.js';
import { openIntent } from './open-intent.js';

/**
 * The session's payment intent. Stripe makes it when the buyer first tries to pay, and keeps it for later tries; its
 * amount is the session's total of now, which follows the buyer's address.
 */
export async function intentOf(work: Work, { session, memory }: OpenPayment): Promise<Stripe.PaymentIntent> {
  if (session.payment_intent) {
    const known = (await findObject(work, 'payment_intent', session.payment_intent as string))!;
    return { ...known, amount: session.amount_total! };
  }
  return openIntent(work, {
    ...memory.paymentIntentData,
    amount: session.amount_total!,
    currency: session.currency!,
    customer: session.customer as string | null,
    payment_method_types: session.payment_method_types,
  });
}
