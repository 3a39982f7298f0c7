import type Stripe from 'stripe';
import { money, share } from '../../shared/index.js';
import type { Work } from '../store/work.js';
import { noFee, openTransaction } from './open-transaction.js';
import { cardByLast4 } from './test-cards.js';

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

/** What a payout takes from the balance at once, or gives back when it failed or was canceled: money of the balance already. */
export function movePayout(
  work: Work,
  payout: Stripe.Payout,
  type: 'payout' | 'payout_cancel' | 'payout_failure',
): Promise<Stripe.BalanceTransaction> {
  const amount = type === 'payout' ? -payout.amount : payout.amount;
  const category = type === 'payout' ? 'payout' : 'payout_reversal';
  return openTransaction(work, { source: payout, amount, fee: noFee, type, category, ofBalance: true, atOnce: true });
}

const disputeFee = 1_500;
