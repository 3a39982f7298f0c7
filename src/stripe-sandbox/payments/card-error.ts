import type Stripe from 'stripe';
import { StripeError } from '../api/stripe-error.js';
import type { Decline } from './test-cards.js';

/** A bank's no as the API answers it: 402, with the intent as it is now. */
export function cardError(
  { code, decline_code, message }: Decline,
  payment?: { intent: Stripe.PaymentIntent; method: Stripe.PaymentMethod },
): StripeError {
  return new StripeError(402, {
    type: 'card_error',
    code,
    message,
    ...(decline_code && { decline_code }),
    ...(payment && {
      ...(payment.intent.latest_charge && { charge: payment.intent.latest_charge as string }),
      payment_intent: payment.intent,
      payment_method: payment.method,
    }),
  });
}
