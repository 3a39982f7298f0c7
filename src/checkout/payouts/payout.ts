import type Stripe from 'stripe';

/** What Stripe says of a payout now. Amounts in minor units; negative when money was taken from the bank. */
export interface PayoutState {
  id: string;
  amount: number;
  currency: string;
  status: string;
  isAutomatic: boolean;
  /** Stripe knows all of its transactions. */
  isReconcilable: boolean;
  failure: string | null;
  createdAt: Date;
  arrivesAt: Date;
}

/** One movement on the Stripe balance: net = amount − fee. */
export interface BalanceMove {
  id: string;
  type: string;
  category: string;
  source: string | null;
  amount: number;
  fee: number;
  net: number;
  currency: string;
  description: string | null;
  /** From the currency of the payment into this one, where they differ: a decimal text. */
  exchangeRate: string | null;
  at: Date;
}

const instant = (seconds: number): Date => new Date(seconds * 1000);

export const payoutState = (payout: Stripe.Payout): PayoutState => ({
  id: payout.id,
  amount: payout.amount,
  currency: payout.currency.toUpperCase(),
  status: payout.status,
  isAutomatic: payout.automatic,
  isReconcilable: payout.automatic && payout.reconciliation_status === 'completed',
  failure: payout.failure_message ?? payout.failure_code,
  createdAt: instant(payout.created),
  arrivesAt: instant(payout.arrival_date),
});

export const balanceMove = (transaction: Stripe.BalanceTransaction): BalanceMove => ({
  id: transaction.id,
  type: transaction.type,
  category: transaction.reporting_category,
  source: typeof transaction.source === 'string' ? transaction.source : (transaction.source?.id ?? null),
  amount: transaction.amount,
  fee: transaction.fee,
  net: transaction.net,
  currency: transaction.currency.toUpperCase(),
  description: transaction.description,
  exchangeRate: transaction.exchange_rate === null ? null : String(transaction.exchange_rate),
  at: instant(transaction.created),
});

/** The payout's own movement stands in its list too: it is the sum, not a part of it. */
export const isPartOf = (move: BalanceMove, payoutId: string): boolean => move.source !== payoutId;

export type Verdict = 'matched' | 'difference' | 'waiting' | 'manual';

/** Whether the parts make up the payout. Stripe does not say what a manual payout was made of. */
export function verdictOf(payout: { isAutomatic: boolean; amount: number; transactionsNet: number | null }): Verdict {
  if (!payout.isAutomatic) return 'manual';
  if (payout.transactionsNet === null) return 'waiting';
  return payout.transactionsNet === payout.amount ? 'matched' : 'difference';
}
