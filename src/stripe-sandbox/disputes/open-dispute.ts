import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { debitDispute } from '../payments/balance.js';
import { emit } from '../store/emit.js';
import { newId } from '../store/ids.js';
import { insertObject, lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { noEvidence } from './evidence.js';

export interface DisputeTerms {
  /** Less than the charge only where a bank disputes a part; in minor units. */
  amount?: number | undefined;
  reason?: string | undefined;
  status?: Stripe.Dispute.Status | undefined;
}

const days = 24 * 60 * 60;

/** No money is taken for a mere inquiry, nor for a dispute that was prevented. */
export const takesMoney = (status: string): boolean => !status.startsWith('warning_') && status !== 'prevented';

/** The holder of the card takes a charge back: the amount and a fee leave the balance. */
export async function openDispute(work: Work, chargeId: string, terms: DisputeTerms = {}): Promise<Stripe.Dispute> {
  const held = await lockObject(work, 'charge', chargeId);
  if (!held) throw noSuch('charge', chargeId, 'charge');
  const charge = held.body;
  if (charge.disputed) throw invalidRequest(`Charge ${chargeId} is disputed already.`, 'charge');
  const left = charge.amount_captured - charge.amount_refunded;
  const amount = terms.amount ?? left;
  if (charge.status !== 'succeeded' || amount < 1 || amount > left) {
    throw invalidRequest(`Of charge ${chargeId}, ${left} can be disputed.`, 'amount');
  }
  const opened = build(work, charge, amount, terms);
  const taken = takesMoney(opened.status) ? [await debitDispute(work, opened)] : [];
  const dispute = await insertObject(work, { ...opened, balance_transactions: taken });
  const disputed: Stripe.Charge = { ...charge, disputed: true };
  await saveObject(work, disputed);
  await emit(work, 'charge.dispute.created', dispute);
  if (taken.length > 0) await emit(work, 'charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

const build = (
  work: Work,
  charge: Stripe.Charge,
  amount: number,
  { reason, status }: DisputeTerms,
): Stripe.Dispute & { object: 'dispute' } => ({
  id: newId('du'),
  object: 'dispute',
  amount,
  balance_transactions: [],
  charge: charge.id,
  created: work.now,
  currency: charge.currency,
  enhanced_eligibility_types: [],
  evidence: noEvidence,
  evidence_details: {
    due_by: work.now + 10 * days,
    enhanced_eligibility: {},
    has_evidence: false,
    past_due: false,
    submission_count: 0,
    submission_method: 'not_submitted',
  },
  intended_submission_method: null,
  is_charge_refundable: !takesMoney(status ?? 'needs_response'),
  livemode: false,
  metadata: {},
  network_reason_code: '10.4',
  payment_intent: charge.payment_intent,
  reason: reason ?? 'fraudulent',
  status: status ?? 'needs_response',
});
