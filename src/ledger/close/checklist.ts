import type { PayoutRow } from '../../checkout/index.js';

/** What has to hold before a month is closed, in the order in which it is put right. */
export const checkNames = [
  'earlier',
  'over',
  'pulled',
  'unposted',
  'payouts',
  'suspense',
  'recognition',
  'deferred',
  'trial',
  'balance',
  'events',
] as const;
export type CheckName = (typeof checkNames)[number];

/** One thing that a check looked at: an amount in minor units, a number of things or an instant (ISO 8601). */
export interface Figure {
  what: string;
  currency?: string | null;
  amount?: number | null;
  count?: number | null;
  at?: string | null;
  /** It stands in the way. */
  wrong: boolean;
}

export interface ChecklistItem {
  check: CheckName;
  passed: boolean;
  figures: Figure[];
}

/** Why somebody takes a difference as it is; it holds for exactly this difference. */
export interface Explanation {
  note: string;
  by: string;
  at: string;
}

export interface PayoutStanding {
  id: string;
  currency: string;
  createdAt: string;
  amount: number;
  transactionsNet: number | null;
  transactions: number;
  verdict: PayoutRow['verdict'];
  explanation: Explanation | null;
  /** Nothing of it stands in the way. */
  settled: boolean;
}

/** Everything that a month was judged by. */
export interface Checklist {
  items: ChecklistItem[];
  payouts: PayoutStanding[];
}

export const itemOf = (check: CheckName, figures: Figure[]): ChecklistItem => ({
  check,
  passed: !figures.some(({ wrong }) => wrong),
  figures,
});

export const isReady = ({ items }: Checklist): boolean => items.every(({ passed }) => passed);

type Judged = Pick<PayoutRow, 'verdict' | 'status'>;

/**
 * A payout stands in the way while Stripe has not said what it was made of, and when that does not make it up and nobody
 * has said why. One that came back never gets a list; nobody knows what was in one that was made by hand.
 */
export function isSettled({ verdict, status }: Judged, explanation: Explanation | null): boolean {
  if (verdict === 'difference') return explanation !== null;
  return verdict !== 'waiting' || status === 'failed' || status === 'canceled';
}

/** How much a payout is more than what it was made of; undefined where that is not known or not so. */
export function differenceOf({ verdict, amount, transactionsNet }: PayoutRow): number | undefined {
  return verdict === 'difference' && transactionsNet !== null ? amount - transactionsNet : undefined;
}

/** The payouts of a month as figures of the list: those in the way one by one, the others by how they were matched. */
export function payoutFigures(payouts: readonly PayoutStanding[]): Figure[] {
  const open = payouts.filter(({ settled }) => !settled);
  const calm = Map.groupBy(
    payouts.filter(({ settled }) => settled),
    wordOf,
  );
  return [
    ...open.map((payout) => ({
      ...(payout.verdict === 'waiting'
        ? { what: `${payout.id} waits for Stripe` }
        : {
            what: `${payout.id} differs`,
            currency: payout.currency,
            amount: payout.amount - payout.transactionsNet!,
          }),
      wrong: true,
    })),
    ...[...calm].map(([what, some]) => ({ what, count: some.length, wrong: false })),
  ];
}

function wordOf({ verdict, explanation }: PayoutStanding): string {
  if (explanation) return 'explained';
  return { matched: 'matched', manual: 'made by hand', waiting: 'came back', difference: 'differs' }[verdict];
}
