import type Stripe from 'stripe';
import { invalidRequest, type StripeError } from '../api/stripe-error.js';
import type { PageConfirmation } from '../params/payment-pages.js';
import { lockSession } from '../sessions/expire-session.js';
import { needsLocation } from '../sessions/locate-buyer.js';
import { saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { cardError } from './card-error.js';
import { declineCard } from './decline-card.js';
import { methodNamed } from './new-method.js';
import { intentOf } from './payment-intent.js';
import { takePayment } from './take-payment.js';
import { cardByLast4, declines } from './test-cards.js';

type Session = Stripe.Checkout.Session;

/** Pays a session with a payment method that the API made. A bank's no is returned, so that the failed try stays. */
export async function confirmPage(work: Work, id: string, terms: PageConfirmation): Promise<Session | StripeError> {
  const payment = await lockSession(work, id);
  const { session } = payment;
  checkPayable(session, terms.expected_amount);
  const method = await methodNamed(work, terms.payment_method);
  if (!session.payment_method_types.includes(method.type)) {
    throw invalidRequest(`This session does not take ${method.type}.`, 'payment_method');
  }
  const intent = await intentOf(work, payment);
  const tried: Session = { ...session, payment_intent: intent.id };
  const card = cardByLast4(method.card?.last4 ?? '');
  const decline = card?.challenge ? declines.authentication_required : card?.decline;
  if (decline) {
    await saveObject(work, tried);
    return cardError(decline, { intent: await declineCard(work, intent, method, decline), method });
  }
  const { email, name } = method.billing_details;
  return takePayment(work, { session: tried, intent, method, buyer: { email, name } });
}

function checkPayable(session: Session, expected: number | undefined): void {
  if (session.status !== 'open') {
    throw invalidRequest(`This Checkout Session is ${session.status}.`, undefined, 'checkout_session_not_open');
  }
  if (needsLocation(session)) throw invalidRequest('The tax of this payment depends on an address.');
  if (session.amount_total === 0) throw invalidRequest('There is nothing to pay in this session.');
  if (expected !== undefined && expected !== session.amount_total) {
    throw invalidRequest(
      `The expected amount ${expected} is not the amount due, ${session.amount_total}.`,
      'expected_amount',
      'checkout_amount_mismatch',
    );
  }
}
