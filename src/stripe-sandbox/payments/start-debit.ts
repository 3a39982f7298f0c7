import type Stripe from 'stripe';
import { emit } from '../store/emit.js';
import { saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { openCharge } from './charge.js';

/** A bank debit is under way: the charge is pending until the bank answers, days later. */
export async function startDebit(
  work: Work,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Promise<Stripe.PaymentIntent> {
  const charge = await openCharge(work, intent, method, { status: 'pending' });
  await emit(work, 'charge.pending', charge);
  const processing: Stripe.PaymentIntent = {
    ...intent,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: method.id,
    status: 'processing',
  };
  await saveObject(work, processing);
  await emit(work, 'payment_intent.processing', processing);
  return processing;
}
