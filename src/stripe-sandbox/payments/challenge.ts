import type Stripe from 'stripe';
import { lockSession } from '../sessions/expire-session.js';
import { emit } from '../store/emit.js';
import { saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import type { Attempt, OpenPayment, Outcome } from './attempt.js';
import { failIntent } from './decline-card.js';
import { intentOf } from './payment-intent.js';
import { openPaymentMethod } from './payment-method.js';
import { cardByLast4, type Decline, last4Of } from './test-cards.js';
import { takePayment } from './take-payment.js';

/** The bank wants to hear from its customer: the session waits, still open, for the answer. */
export async function askForChallenge(
  work: Work,
  { session, memory }: OpenPayment,
  intent: Stripe.PaymentIntent,
  attempt: Extract<Attempt, { method: 'card' }>,
): Promise<void> {
  const { email, name, expMonth, expYear } = attempt;
  const challenge = { last4: last4Of(attempt.card), email, name, expMonth, expYear };
  await saveObject(work, session, { ...memory, challenge });
  const returnUrl = `${work.publicUrl}/c/pay/${session.id}`;
  const waiting: Stripe.PaymentIntent = {
    ...intent,
    next_action: { type: 'redirect_to_url', redirect_to_url: { url: `${returnUrl}/challenge`, return_url: returnUrl } },
    status: 'requires_action',
  };
  await saveObject(work, waiting);
  await emit(work, 'payment_intent.requires_action', waiting);
}

export const refusedChallenge: Decline = {
  code: 'payment_intent_authentication_failure',
  decline_code: undefined,
  message: 'The 3-D Secure step was refused, so the card was not charged. Try again or use another card.',
  field: 'cardNumber',
};

/** The answer to the bank's question. An answer that nobody waits for changes nothing. */
export async function answerChallenge(work: Work, id: string, approved: boolean): Promise<Outcome> {
  const payment = await lockSession(work, id);
  const { session, memory } = payment;
  const { challenge, ...calm } = memory;
  if (session.status !== 'open' || !challenge) return { outcome: 'closed', session };
  const { last4, ...buyer } = challenge;
  const attempt: Attempt = { ...buyer, method: 'card', card: cardByLast4(last4)! };
  const intent = await intentOf(work, payment);
  const method = await openPaymentMethod(work, attempt, intent.currency);
  await saveObject(work, session, calm);
  if (!approved) {
    await failIntent(work, intent, method, refusedChallenge);
    return { outcome: 'declined', session, decline: refusedChallenge, attempt };
  }
  const paid = await takePayment(work, { session, intent, method, buyer: attempt, challenged: true });
  return { outcome: 'complete', session: paid };
}
