import type { EntryKind } from '../entry.js';
import type { AccountKind } from '../accounts.js';

/** Entries as an accountant calls them. */
export const kindWords: Record<EntryKind, string> = {
  sale: 'Sale',
  refund: 'Refund',
  refund_failure: 'Refund failed',
  dispute: 'Dispute opened',
  dispute_won: 'Dispute won',
  dispute_lost: 'Dispute lost',
  payout: 'Payout',
  payout_arrival: 'Payout arrived',
  payout_return: 'Payout came back',
  fee: 'Fee',
  recognition: 'Revenue earned',
  suspense: 'Suspense',
  resolution: 'Placed from suspense',
  manual: 'By hand',
  opening: 'Opening balance',
  reversal: 'Reversal',
};

export const kindOptions = Object.entries(kindWords).map(([value, label]) => ({ value, label }));

export const accountKindWords: Record<AccountKind, string> = {
  asset: 'Asset',
  liability: 'Liability',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expense',
};

/** Whether the account usually stands in debit. */
export const isDebitKind = (kind: AccountKind): boolean => kind === 'asset' || kind === 'expense';
