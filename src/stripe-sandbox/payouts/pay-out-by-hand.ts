import type Stripe from 'stripe';
import { invalidRequest } from '../api/stripe-error.js';
import type { NewPayout } from '../params/payouts.js';
import type { Work } from '../store/work.js';
import { fundsOf, lockFunds } from './funds.js';
import { openPayout } from './open-payout.js';

/** A payout of an amount somebody chose. Nobody can say which transactions are in it. */
export async function payOutByHand(work: Work, terms: NewPayout): Promise<Stripe.Payout> {
  await lockFunds(work, terms.currency);
  const funds = await fundsOf(work);
  const there = funds.find(({ currency, status }) => currency === terms.currency && status === 'available')?.net ?? 0;
  if (terms.amount > there) {
    throw invalidRequest(
      'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low. You can ' +
        'use the /v1/balance endpoint to view your Stripe balance.',
      undefined,
      'balance_insufficient',
    );
  }
  return openPayout(work, { ...terms, automatic: false });
}
