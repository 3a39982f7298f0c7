import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { lockObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

/** An intent that the API made, held; the one of a Checkout Session is confirmed and canceled by its session alone. */
export async function lockOwnIntent(work: Work, id: string, deed: string): Promise<Stripe.PaymentIntent> {
  const held = await lockObject(work, 'payment_intent', id);
  if (!held) throw noSuch('payment_intent', id);
  const ofSession = await work.tx.row(
    `SELECT 1 FROM stripe_sandbox.objects
     WHERE kind = 'checkout.session' AND body @> jsonb_build_object('payment_intent', $1::text)`,
    [id],
  );
  if (ofSession) {
    throw invalidRequest(
      `You cannot ${deed} this PaymentIntent because it was created by a Checkout Session.`,
      undefined,
      'payment_intent_unexpected_state',
    );
  }
  return held.body;
}
