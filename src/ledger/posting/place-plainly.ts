import type { BalanceMove } from '../../checkout/index.js';
import { accounts } from '../journal/accounts.js';
import type { EntryKind } from '../journal/entry.js';
import type { Placed, Unplaced } from './placed.js';

const plain: Record<string, { kind: EntryKind; account: string; what: string } | undefined> = {
  payout: { kind: 'payout', account: accounts.inTransit, what: 'Payout' },
  payout_reversal: { kind: 'payout_return', account: accounts.inTransit, what: 'Payout came back' },
  payout_failure: { kind: 'payout_return', account: accounts.inTransit, what: 'Payout came back' },
  payout_cancel: { kind: 'payout_return', account: accounts.inTransit, what: 'Payout cancelled' },
  fee: { kind: 'fee', account: accounts.fees, what: 'Stripe fee' },
  network_cost: { kind: 'fee', account: accounts.fees, what: 'Network cost' },
  tax: { kind: 'fee', account: accounts.fees, what: 'Tax on Stripe fees' },
};

/** What needs nothing but the movement itself: payouts and fees. Anything else is for people to place. */
export function placePlainly({ id, category, source, currency, amount }: BalanceMove): Placed | Unplaced {
  const meaning = plain[category];
  if (!meaning) return { problem: `Movements of the category ${category} are placed by hand.` };
  const { kind, account, what } = meaning;
  return {
    kind,
    description: `${what} ${source ?? id}`,
    currency,
    legs: [{ account, currency, amount: -amount }],
    moves: [],
  };
}
