import type { BalanceMove, BookedSale } from '../../checkout/index.js';
import type { DeferralMove } from '../deferred/deferral.js';
import { accounts } from '../journal/accounts.js';
import type { EntryKind, NewEntry, Posting } from '../journal/entry.js';
import { dayOf } from '../journal/months.js';

/** What a movement at Stripe turned out to be: the side of the entry that is ours to know. */
export interface Placed {
  kind: EntryKind;
  description: string;
  orderId?: string | undefined;
  reverses?: number | undefined;
  /** In which the legs are: that of the order. */
  currency: string;
  /** Against the cash; sums to minus what the movement brought, in the currency of the order. */
  legs: Posting[];
  moves: DeferralMove[];
  /** Of the first payment of an order: what it sold, for the figures of offers. */
  sold?: BookedSale | undefined;
}

/** Why a movement cannot be placed (yet). */
export interface Unplaced {
  problem: string;
}

export const isPlaced = (what: Placed | Unplaced): what is Placed => 'legs' in what;

type Move = Pick<BalanceMove, 'id' | 'category' | 'amount' | 'fee' | 'net' | 'currency' | 'at'>;

const source = (move: Move, purpose: string) => ({ kind: 'balance_transaction', id: move.id, purpose });

/** The whole entry: what the balance says on the one side, what it was for on the other. */
export function entryOf(move: Move, placed: Placed): NewEntry {
  return {
    ...about(placed),
    date: dayOf(move.at),
    source: source(move, 'posting'),
    postings: [...cash(move), ...across(move, placed), ...placed.legs],
  };
}

/** What nobody can place waits in suspense, so that the balance account agrees with Stripe all the same. */
export function suspenseOf(move: Move): NewEntry {
  return {
    date: dayOf(move.at),
    kind: 'suspense',
    description: `Not placed: ${move.category} ${move.id}`,
    source: source(move, 'posting'),
    postings: [...cash(move), { account: accounts.suspense, currency: move.currency, amount: -move.amount }],
  };
}

/** What was in suspense has been placed after all, on `day`. */
export function resolutionOf(move: Move, placed: Placed, day: string, by?: string): NewEntry {
  return {
    ...about(placed),
    kind: 'resolution',
    date: day,
    by,
    source: source(move, 'resolution'),
    postings: [
      { account: accounts.suspense, currency: move.currency, amount: move.amount },
      ...across(move, placed),
      ...placed.legs,
    ],
  };
}

const about = ({ kind, description, orderId, reverses }: Placed) => ({ kind, description, orderId, reverses });

function cash({ category, currency, net, fee }: Move): Posting[] {
  const fees = category.startsWith('dispute') ? accounts.disputeFees : accounts.fees;
  return [
    { account: accounts.stripe, currency, amount: net },
    { account: fees, currency, amount: fee },
  ];
}

/** Where money arrived in another currency than it was asked in, both sides meet in the exchange account. */
function across(move: Move, { currency, legs }: Placed): Posting[] {
  if (currency === move.currency) return [];
  const ours = legs.reduce((sum, { amount }) => sum + amount, 0);
  return [
    { account: accounts.exchange, currency: move.currency, amount: -move.amount },
    { account: accounts.exchange, currency, amount: -ours },
  ];
}
