import type Stripe from 'stripe';
import { emit } from '../store/emit.js';
import { saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { openDispute } from '../disputes/open-dispute.js';
import { creditCharge } from './balance.js';
import { openCharge } from './charge.js';
import { cardByLast4 } from './test-cards.js';

/** The card pays: a charge, its balance transaction, and the intent succeeds. */
export async function settleCharge(
  work: Work,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  challenged = false,
): Promise<Stripe.PaymentIntent> {
  const charge = await openCharge(work, intent, method, { status: 'succeeded' }, challenged);
  const paid = await creditAndSucceed(work, intent, charge);
  const disputes = method.card && cardByLast4(method.card.last4)?.disputes;
  const status = disputes === 'inquiry' ? 'warning_needs_response' : 'needs_response';
  if (disputes) await openDispute(work, charge.id, { status });
  return paid;
}

/** The money of a charge arrives. */
export async function creditAndSucceed(
  work: Work,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
): Promise<Stripe.PaymentIntent> {
  const transaction = await creditCharge(work, charge);
  const paid: Stripe.Charge = { ...charge, status: 'succeeded', paid: true, balance_transaction: transaction.id };
  await saveObject(work, paid);
  await emit(work, 'charge.succeeded', paid);
  const succeeded: Stripe.PaymentIntent = {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: charge.payment_method,
    status: 'succeeded',
  };
  await saveObject(work, succeeded);
  await emit(work, 'payment_intent.succeeded', succeeded);
  return succeeded;
}
