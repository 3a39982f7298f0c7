import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { movePayout } from '../payments/balance.js';
import { emit } from '../store/emit.js';
import { lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

type Payout = Stripe.Payout;

/** The money arrives; of an automatic payout its transactions are known from then on. */
export async function arrivePayout(work: Work, id: string): Promise<Payout> {
  const payout = await lockPayout(work, id);
  if (!isUnderWay(payout)) throw invalidRequest(`Payout ${id} is ${payout.status} already.`);
  const paid: Payout = {
    ...payout,
    arrival_date: work.now,
    status: 'paid',
    trace_id: { status: 'supported', value: `TRACE${id.slice(-12).toUpperCase()}` },
  };
  await saveObject(work, paid);
  await emit(work, 'payout.paid', paid);
  if (!paid.automatic) return paid;
  const known: Payout = { ...paid, reconciliation_status: 'completed' };
  await saveObject(work, known);
  await emit(work, 'payout.reconciliation_completed', known);
  return known;
}

/** The bank sends the money back, sometimes days after it seemed paid: it is on the balance again. */
export async function failPayout(work: Work, id: string): Promise<Payout> {
  const payout = await lockPayout(work, id);
  if (!isUnderWay(payout) && payout.status !== 'paid')
    throw invalidRequest(`Payout ${id} is ${payout.status} already.`);
  const failed: Payout = {
    ...payout,
    failure_balance_transaction: (await movePayout(work, payout, 'payout_failure')).id,
    failure_code: 'account_closed',
    failure_message: 'The bank account has been closed',
    status: 'failed',
  };
  await saveObject(work, failed);
  await emit(work, 'payout.failed', failed);
  return failed;
}

/** Takes back a payout that was made by hand and has not left yet. */
export async function cancelPayout(work: Work, id: string): Promise<Payout> {
  const payout = await lockPayout(work, id);
  if (payout.status !== 'pending') {
    throw invalidRequest(`Payouts can only be canceled while they are pending; this one is ${payout.status}.`);
  }
  const canceled: Payout = {
    ...payout,
    failure_balance_transaction: (await movePayout(work, payout, 'payout_cancel')).id,
    status: 'canceled',
  };
  await saveObject(work, canceled);
  await emit(work, 'payout.canceled', canceled);
  return canceled;
}

export async function lockPayout(work: Work, id: string): Promise<Payout> {
  const held = await lockObject(work, 'payout', id);
  if (!held) throw noSuch('payout', id);
  return held.body;
}

const isUnderWay = ({ status }: Payout) => ['pending', 'in_transit'].includes(status);
