import type Stripe from 'stripe';
import type { Work } from '../store/work.js';
import { openTransaction } from './open-transaction.js';

/** Types of what no charge explains, and under what each is reported unless said otherwise. */
export const otherCategories = {
  stripe_fee: 'fee',
  topup: 'topup',
  topup_reversal: 'topup_reversal',
  adjustment: 'other_adjustment',
} as const;

export interface OtherMove {
  /** In minor units of the currency, which is one of the balance. */
  amount: number;
  fee: number;
  currency: string;
  type: keyof typeof otherCategories;
  category?: string | undefined;
  description?: string | undefined;
}

/** What no charge explains. */
export function moveOtherwise(work: Work, move: OtherMove): Promise<Stripe.BalanceTransaction> {
  const { amount, fee, currency, type, category = otherCategories[type], description = null } = move;
  const source = { id: null, currency, description };
  return openTransaction(work, { source, amount, fee: () => fee, type, category, ofBalance: true, atOnce: true });
}
