import type Stripe from 'stripe';
import { newId } from '../store/ids.js';
import { insertObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { settle } from './settlement.js';

const day = 24 * 60 * 60;

export const noFee = (): number => 0;

interface Movement {
  source: { id: string | null; currency: string; description?: string | null };
  /** In the currency of the source. */
  amount: number;
  /** Of an amount in the currency of the balance. */
  fee: (amount: number, currency: string) => number;
  type: Stripe.BalanceTransaction.Type;
  category: string;
  /** Whether it moves what is on the balance already: nothing is converted. */
  ofBalance?: boolean;
  /** Whether it is available now rather than in two days. */
  atOnce?: boolean | undefined;
}

/** Writes what moved on the balance, converted where the account is not paid out in its currency. */
export async function openTransaction(
  work: Work,
  { source, amount: asked, fee: feeFor, type, category, ofBalance = false, atOnce = false }: Movement,
): Promise<Stripe.BalanceTransaction> {
  const { currency, amount, rate } = ofBalance
    ? { currency: source.currency, amount: asked, rate: null }
    : settle(asked, source.currency, work.settlement);
  const fee = feeFor(amount, currency);
  const fees = {
    amount: fee,
    application: null,
    currency,
    description: category === 'dispute' ? 'Dispute fee' : 'Stripe processing fees',
    type: 'stripe_fee',
  };
  return insertObject(work, {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: atOnce ? work.now : work.now + 2 * day,
    balance_type: 'payments',
    created: work.now,
    currency,
    description: source.description ?? null,
    exchange_rate: rate,
    fee,
    fee_details: fee === 0 ? [] : [fees],
    net: amount - fee,
    reporting_category: category,
    source: source.id,
    status: atOnce ? 'available' : 'pending',
    type,
  });
}
