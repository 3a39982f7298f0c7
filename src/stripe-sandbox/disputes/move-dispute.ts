import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { creditDispute, debitDispute } from '../payments/balance.js';
import { emit } from '../store/emit.js';
import { lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { takesMoney } from './open-dispute.js';

const over = ['won', 'lost', 'warning_closed', 'prevented'];

/** The dispute goes on to another status: won gives the money back, an inquiry that becomes a dispute takes it. */
export async function moveDispute(work: Work, id: string, status: Stripe.Dispute.Status): Promise<Stripe.Dispute> {
  const held = await lockObject(work, 'dispute', id);
  if (!held) throw noSuch('dispute', id);
  const before = held.body;
  if (over.includes(before.status) && !status.startsWith('appeal_')) {
    throw invalidRequest(`Dispute ${id} is ${before.status} already.`);
  }
  const moved: Stripe.Dispute = { ...before, status, is_charge_refundable: !takesMoney(status) };
  // The last movement tells: taken and given back at two rates, the sum need not be zero.
  const withdrawn = (before.balance_transactions.at(-1)?.amount ?? 0) < 0;
  const movements = [...before.balance_transactions];
  if (status === 'won' && withdrawn) movements.push(await creditDispute(work, moved));
  if (takesMoney(status) && status !== 'won' && !withdrawn) movements.push(await debitDispute(work, moved));
  const after = { ...moved, balance_transactions: movements };
  await saveObject(work, after);
  if (movements.length > before.balance_transactions.length) {
    await emit(work, status === 'won' ? 'charge.dispute.funds_reinstated' : 'charge.dispute.funds_withdrawn', after);
  }
  await emit(work, over.includes(status) ? 'charge.dispute.closed' : 'charge.dispute.updated', after, {
    status: before.status,
  });
  return after;
}
