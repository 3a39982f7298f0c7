import type Stripe from 'stripe';
import { invalidRequest } from '../api/stripe-error.js';
import { lockSession } from '../sessions/expire-session.js';
import { emit } from '../store/emit.js';
import { findObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { failIntent } from './decline-card.js';
import { creditAndSucceed } from './settle-charge.js';

type Session = Stripe.Checkout.Session;

/** The bank paid the debit. */
export async function settleDebit(work: Work, id: string): Promise<Session> {
  const { session, intent, charge } = await pendingDebit(work, id);
  await creditAndSucceed(work, intent, charge);
  const paid: Session = { ...session, payment_status: 'paid' };
  await saveObject(work, paid);
  await emit(work, 'checkout.session.async_payment_succeeded', paid);
  return paid;
}

const noFunds = {
  code: 'payment_intent_payment_attempt_failed',
  decline_code: undefined,
  message: 'The bank refused the debit.',
};

/** The bank refused the debit: the session stays complete and unpaid. */
export async function failDebit(work: Work, id: string): Promise<Session> {
  const { session, intent, charge } = await pendingDebit(work, id);
  const failed: Stripe.Charge = {
    ...charge,
    amount_captured: 0,
    captured: false,
    failure_code: noFunds.code,
    failure_message: noFunds.message,
    status: 'failed',
  };
  await saveObject(work, failed);
  await emit(work, 'charge.failed', failed);
  const method = await findObject(work, 'payment_method', charge.payment_method!);
  await failIntent(work, intent, method!, noFunds);
  await emit(work, 'checkout.session.async_payment_failed', session);
  return session;
}

async function pendingDebit(work: Work, id: string) {
  const { session } = await lockSession(work, id);
  const intent = session.payment_intent
    ? await findObject(work, 'payment_intent', session.payment_intent as string)
    : undefined;
  if (intent?.status !== 'processing') throw invalidRequest('No bank debit of this session waits for an answer.');
  const charge = (await findObject(work, 'charge', intent.latest_charge as string))!;
  return { session, intent, charge };
}
