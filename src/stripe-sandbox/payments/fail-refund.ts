import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { emit } from '../store/emit.js';
import { lockObject, saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { creditFailedRefund } from './balance.js';

/** The bank sends a refund back: its money returns to the balance, and the charge is as if it had never been refunded. */
export async function failRefund(work: Work, id: string): Promise<Stripe.Refund> {
  const held = await lockObject(work, 'refund', id);
  if (!held) throw noSuch('refund', id);
  if (held.body.status === 'failed') throw invalidRequest(`Refund ${id} has failed already.`);
  const failed: Stripe.Refund = { ...held.body, status: 'failed', failure_reason: 'lost_or_stolen_card' };
  failed.failure_balance_transaction = (await creditFailedRefund(work, failed)).id;
  await saveObject(work, failed);
  const charge = (await lockObject(work, 'charge', failed.charge as string))!.body;
  const restored: Stripe.Charge = {
    ...charge,
    amount_refunded: charge.amount_refunded - failed.amount,
    refunded: false,
  };
  await saveObject(work, restored);
  await emit(work, 'refund.updated', failed, { status: held.body.status });
  await emit(work, 'charge.refund.updated', failed, { status: held.body.status });
  await emit(work, 'refund.failed', failed);
  return failed;
}
