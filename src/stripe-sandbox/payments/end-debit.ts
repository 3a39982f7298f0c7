import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { lockSession } from '../sessions/expire-session.js';
import { emit } from '../store/emit.js';
import { findObject, lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { failIntent } from './decline-card.js';
import { creditAndSucceed } from './settle-charge.js';
import type { DebitFate } from './test-debits.js';

type Session = Stripe.Checkout.Session;
type Intent = Stripe.PaymentIntent;

/**
 * The bank answers a debit that waits.
 * @param id of the session or of the payment intent
 */
export async function endDebit(work: Work, id: string, fate: DebitFate): Promise<Session | Intent> {
  const session = id.startsWith('cs_') ? (await lockSession(work, id)).session : await sessionOf(work, id);
  const intentId = session ? (session.payment_intent as string | null) : id;
  const held = intentId ? await lockObject(work, 'payment_intent', intentId) : undefined;
  if (!held && !session) throw noSuch('payment_intent', id);
  if (held?.body.status !== 'processing') throw invalidRequest('No bank debit of this payment waits for an answer.');
  const charge = (await findObject(work, 'charge', held.body.latest_charge as string))!;
  const intent =
    fate === 'succeeds' ? await creditAndSucceed(work, held.body, charge) : await refuseDebit(work, held.body, charge);
  if (!session) return intent;
  return fate === 'succeeds' ? markPaid(work, session) : markFailed(work, session);
}

async function sessionOf(work: Work, intentId: string): Promise<Session | undefined> {
  const found = await work.tx.row<{ id: string }>(
    `SELECT id FROM stripe_sandbox.objects
     WHERE kind = 'checkout.session' AND body @> jsonb_build_object('payment_intent', $1::text)`,
    [intentId],
  );
  return found && (await lockSession(work, found.id)).session;
}

async function markPaid(work: Work, session: Session): Promise<Session> {
  const paid: Session = { ...session, payment_status: 'paid' };
  await saveObject(work, paid);
  await emit(work, 'checkout.session.async_payment_succeeded', paid);
  return paid;
}

/** The session stays complete and unpaid. */
async function markFailed(work: Work, session: Session): Promise<Session> {
  await emit(work, 'checkout.session.async_payment_failed', session);
  return session;
}

const noFunds = {
  code: 'payment_intent_payment_attempt_failed',
  decline_code: undefined,
  message: 'The bank refused the debit.',
};

async function refuseDebit(work: Work, intent: Intent, charge: Stripe.Charge): Promise<Intent> {
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
  return failIntent(work, intent, method!, noFunds);
}
