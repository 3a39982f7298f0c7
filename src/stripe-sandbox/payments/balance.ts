import type Stripe from 'stripe';
import { money, share } from '../../shared/index.js';
import { newId } from '../store/ids.js';
import { insertObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { settle } from './settlement.js';
import { cardByLast4 } from './test-cards.js';

const day = 24 * 60 * 60;

/** 2.9 % and 30 minor units, halves rounded up. */
export const feeOf = (amount: number, currency: string): number =>
  share(money(amount, currency.toUpperCase()), 29, 1_000).amount + 30;

/** What a charge brings to the balance: its amount less the fee, available in two days, or at once with the card for it. */
export function creditCharge(work: Work, charge: Stripe.Charge): Promise<Stripe.BalanceTransaction> {
  return openTransaction(work, {
    source: charge,
    amount: charge.amount,
    fee: feeOf,
    type: charge.id.startsWith('ch_') ? 'charge' : 'payment',
    category: 'charge',
    atOnce: cardByLast4(charge.payment_method_details?.card?.last4 ?? '')?.bypassesPending,
  });
}

/** What a refund takes from the balance. The fee of the charge is not given back. */
export function debitRefund(
  work: Work,
  refund: Stripe.Refund,
  charge: Stripe.Charge,
): Promise<Stripe.BalanceTransaction> {
  const type = charge.id.startsWith('ch_') ? 'refund' : 'payment_refund';
  return openTransaction(work, { source: refund, amount: -refund.amount, fee: noFee, type, category: 'refund' });
}

/** A refund that failed comes back. */
export function creditFailedRefund(work: Work, refund: Stripe.Refund): Promise<Stripe.BalanceTransaction> {
  return openTransaction(work, {
    source: refund,
    amount: refund.amount,
    fee: noFee,
    type: 'refund_failure',
    category: 'refund_failure',
  });
}

/** What a dispute takes from the balance, and its fee. */
export function debitDispute(work: Work, dispute: Stripe.Dispute): Promise<Stripe.BalanceTransaction> {
  return openTransaction(work, {
    source: dispute,
    amount: -dispute.amount,
    fee: () => disputeFee,
    type: 'adjustment',
    category: 'dispute',
  });
}

/** What a dispute that was won gives back; its fee stays. */
export function creditDispute(work: Work, dispute: Stripe.Dispute): Promise<Stripe.BalanceTransaction> {
  return openTransaction(work, {
    source: dispute,
    amount: dispute.amount,
    fee: noFee,
    type: 'adjustment',
    category: 'dispute_reversal',
  });
}

/** What a payout takes from the balance at once, or gives back when it failed or was canceled. */
export function movePayout(
  work: Work,
  payout: Stripe.Payout,
  type: 'payout' | 'payout_cancel' | 'payout_failure',
): Promise<Stripe.BalanceTransaction> {
  const amount = type === 'payout' ? -payout.amount : payout.amount;
  return openTransaction(work, { source: payout, amount, fee: noFee, type, category: type, atOnce: true });
}

const disputeFee = 1_500;

const noFee = (): number => 0;

type OtherKind = 'stripe_fee' | 'topup' | 'adjustment';
const otherCategories = { stripe_fee: 'fee', topup: 'topup', adjustment: 'other_adjustment' } as const;

/** What no charge explains. */
export function moveOtherwise(
  work: Work,
  { kind, ...what }: { amount: number; currency: string; kind: OtherKind; description?: string | undefined },
): Promise<Stripe.BalanceTransaction> {
  const source = { id: null, currency: what.currency, description: what.description ?? null };
  return openTransaction(work, {
    ...{ source, amount: what.amount, fee: noFee, type: kind, category: otherCategories[kind] },
    atOnce: true,
  });
}

interface Movement {
  source: { id: string | null; currency: string; description?: string | null };
  /** In the currency of the source. */
  amount: number;
  /** Of an amount in the currency of the balance. */
  fee: (amount: number, currency: string) => number;
  type: Stripe.BalanceTransaction.Type;
  category: string;
  /** Whether it is available now rather than in two days. */
  atOnce?: boolean | undefined;
}

async function openTransaction(
  work: Work,
  { source, amount: asked, fee: feeFor, type, category, atOnce = false }: Movement,
): Promise<Stripe.BalanceTransaction> {
  const { currency, amount, rate } = settle(asked, source.currency, work.settlement);
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
