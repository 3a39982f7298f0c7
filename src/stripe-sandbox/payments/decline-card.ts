import type Stripe from 'stripe';
import { emit } from '../store/emit.js';
import { saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { openCharge } from './charge.js';
import type { Decline } from './test-cards.js';

/** The bank says no: a failed charge, and the intent waits for another card. */
export async function declineCard(
  work: Work,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
): Promise<Stripe.PaymentIntent> {
  const charge = await openCharge(work, intent, method, { status: 'failed', decline });
  await emit(work, 'charge.failed', charge);
  return failIntent(work, { ...intent, latest_charge: charge.id }, method, decline);
}

/** The intent is back at the start, and says why. */
export async function failIntent(
  work: Work,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Pick<Decline, 'code' | 'decline_code' | 'message'>,
): Promise<Stripe.PaymentIntent> {
  const failed: Stripe.PaymentIntent = {
    ...intent,
    last_payment_error: {
      ...(intent.latest_charge && { charge: intent.latest_charge as string }),
      code: decline.code,
      ...(decline.decline_code && { decline_code: decline.decline_code }),
      message: decline.message,
      payment_method: method,
      type: decline.code.startsWith('payment_intent_') ? 'invalid_request_error' : 'card_error',
    },
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  };
  await saveObject(work, failed);
  await emit(work, 'payment_intent.payment_failed', failed);
  return failed;
}
