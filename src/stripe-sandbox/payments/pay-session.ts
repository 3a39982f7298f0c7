import type Stripe from 'stripe';
import { invalidRequest } from '../api/stripe-error.js';
import { lockSession } from '../sessions/expire-session.js';
import { needsLocation } from '../sessions/locate-buyer.js';
import { bankDebit } from '../sessions/methods.js';
import { saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import type { Attempt, Outcome } from './attempt.js';
import { askForChallenge } from './challenge.js';
import { completeSession } from './complete-session.js';
import { declineCard } from './decline-card.js';
import { intentOf } from './payment-intent.js';
import { openPaymentMethod } from './payment-method.js';
import { takePayment } from './take-payment.js';
import { withCustomer } from './with-customer.js';

/** One try to pay a session. The session's row is held, so of many tries at once one pays and the rest find it closed. */
export async function paySession(work: Work, id: string, attempt: Attempt): Promise<Outcome> {
  const payment = await lockSession(work, id);
  const { session } = payment;
  if (session.status !== 'open') return { outcome: 'closed', session };
  if (needsLocation(session)) throw invalidRequest('The tax of this payment depends on an address.', 'address');
  if (session.amount_total === 0) {
    const owned = await withCustomer(work, session, attempt);
    return { outcome: 'complete', session: await completeSession(work, owned, attempt, 'no_payment_required') };
  }
  if (attempt.method === 'bank_debit' && !session.payment_method_types.includes(bankDebit[session.currency!] ?? '')) {
    throw invalidRequest('Bank debit is not offered for this payment.');
  }
  const intent = await intentOf(work, payment);
  const tried: Stripe.Checkout.Session = { ...session, payment_intent: intent.id };
  if (attempt.method === 'card' && attempt.card.challenge) {
    await askForChallenge(work, { session: tried, memory: payment.memory }, intent, attempt);
    return { outcome: 'challenge', session: tried };
  }
  const method = await openPaymentMethod(work, attempt, intent.currency);
  if (attempt.method === 'card' && attempt.card.decline) {
    await declineCard(work, intent, method, attempt.card.decline);
    await saveObject(work, tried);
    return { outcome: 'declined', session: tried, decline: attempt.card.decline, attempt };
  }
  return { outcome: 'complete', session: await takePayment(work, { session: tried, intent, method, buyer: attempt }) };
}
