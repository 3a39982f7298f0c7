import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { changedMetadata } from '../params/metadata.js';
import { emit } from '../store/emit.js';
import { newId } from '../store/ids.js';
import { findObject, insertObject, lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { debitRefund } from './balance.js';

export interface RefundTerms {
  amount?: number | undefined;
  charge?: string | undefined;
  metadata?: Record<string, string> | '' | undefined;
  payment_intent?: string | undefined;
  reason?: Stripe.Refund.Reason | undefined;
}

/** Gives back all of a charge, or the amount asked for; never more than is left of it. */
export async function refundCharge(work: Work, terms: RefundTerms): Promise<Stripe.Refund> {
  const charge = await lockCharge(work, terms);
  if (charge.disputed && (await isBlocked(work, charge.id))) {
    throw invalidRequest(
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      undefined,
      'charge_disputed',
    );
  }
  const left = charge.amount_captured - charge.amount_refunded;
  const amount = terms.amount ?? left;
  if (left === 0)
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, undefined, 'charge_already_refunded');
  if (amount > left) {
    throw invalidRequest(
      `Refund amount (${amount} ${charge.currency}) is greater than unrefunded amount on charge (${left} ${charge.currency})`,
      'amount',
    );
  }
  const refund = build(work, charge, amount, terms);
  refund.balance_transaction = (await debitRefund(work, refund, charge)).id;
  await insertObject(work, refund);
  await emit(work, 'refund.created', refund);
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  const refunded: Stripe.Charge = {
    ...charge,
    amount_refunded: charge.amount_refunded + amount,
    refunded: amount === left,
  };
  await saveObject(work, refunded);
  await emit(work, 'charge.refunded', refunded, before);
  return refund;
}

/** While a dispute holds the money, or has lost it. */
async function isBlocked(work: Work, chargeId: string): Promise<boolean> {
  const blocking = await work.tx.row(
    `SELECT 1 FROM stripe_sandbox.objects WHERE kind = 'dispute' AND body @> jsonb_build_object('charge', $1::text)
       AND body ->> 'is_charge_refundable' = 'false' AND body ->> 'status' <> 'won'`,
    [chargeId],
  );
  return blocking !== undefined;
}

async function lockCharge(work: Work, { charge, payment_intent }: RefundTerms): Promise<Stripe.Charge> {
  if ((charge === undefined) === (payment_intent === undefined)) {
    throw invalidRequest('You must specify exactly one of these parameters: charge, payment_intent.', 'charge');
  }
  const id = charge ?? (await chargeOfIntent(work, payment_intent!));
  const found = await lockObject(work, 'charge', id);
  if (!found) throw noSuch('charge', id, 'charge');
  if (found.body.status !== 'succeeded') throw invalidRequest(`Charge ${id} has no money to give back.`, 'charge');
  return found.body;
}

async function chargeOfIntent(work: Work, id: string): Promise<string> {
  const intent = await findObject(work, 'payment_intent', id);
  if (!intent) throw noSuch('payment_intent', id, 'payment_intent');
  if (!intent.latest_charge)
    throw invalidRequest(`This PaymentIntent (${id}) has no successful charge.`, 'payment_intent');
  return intent.latest_charge as string;
}

const build = (
  work: Work,
  charge: Stripe.Charge,
  amount: number,
  terms: RefundTerms,
): Stripe.Refund & { object: 'refund' } => ({
  id: newId(charge.id.startsWith('ch_') ? 're' : 'pyr'),
  object: 'refund',
  amount,
  balance_transaction: null,
  charge: charge.id,
  created: work.now,
  currency: charge.currency,
  customer: charge.customer,
  customer_account: null,
  destination_details: charge.id.startsWith('ch_')
    ? { type: 'card', card: { type: 'refund' } }
    : { type: 'us_bank_account' },
  metadata: changedMetadata({}, terms.metadata),
  payment_intent: charge.payment_intent,
  payment_method: charge.payment_method,
  reason: terms.reason ?? null,
  receipt_number: null,
  source_transfer_reversal: null,
  status: 'succeeded',
  transfer_reversal: null,
});
