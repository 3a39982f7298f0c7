import type Stripe from 'stripe';
import { invalidRequest } from '../api/stripe-error.js';
import type { Work } from '../store/work.js';
import { lockFunds, releaseDue } from './funds.js';
import { openPayout } from './open-payout.js';

/** The automatic payout of a currency: everything that is available and was in no payout yet, whichever way it moved. */
export async function payOutAvailable(work: Work, currency: string): Promise<Stripe.Payout> {
  await lockFunds(work, currency);
  await releaseDue(work);
  const moves = await work.tx.rows<{ id: string; net: number }>(
    `SELECT id, (body->>'net')::float8 AS net FROM stripe_sandbox.objects
     WHERE kind = 'balance_transaction' AND body->>'status' = 'available' AND body->>'currency' = $1
       AND hidden->>'payout' IS NULL
     ORDER BY seq FOR UPDATE`,
    [currency],
  );
  const amount = moves.reduce((sum, move) => sum + move.net, 0);
  if (amount === 0) throw invalidRequest(`There is nothing to pay out in ${currency}.`, 'currency');
  const payout = await openPayout(work, { amount, currency, automatic: true });
  await work.tx.rows(
    `UPDATE stripe_sandbox.objects SET hidden = hidden || jsonb_build_object('payout', $1::text) WHERE id = ANY ($2)`,
    [payout.id, [...moves.map((move) => move.id), payout.balance_transaction]],
  );
  return payout;
}
