/** What an entry tells of. */
export type EntryKind =
  | 'sale'
  | 'refund'
  | 'refund_failure'
  | 'dispute'
  | 'dispute_won'
  | 'dispute_lost'
  | 'payout'
  | 'payout_arrival'
  | 'payout_return'
  | 'fee'
  | 'recognition'
  | 'suspense'
  | 'resolution'
  | 'manual'
  | 'opening'
  | 'reversal';

/** Debit is positive, credit negative; minor units of one currency. The rest says what it is about. */
export interface Posting {
  account: string;
  currency: string;
  amount: number;
  courseId?: string | undefined;
  productId?: string | undefined;
  /** First day of the month of the sale. */
  cohort?: string | undefined;
  /** Whose tax it is: "DE", "US-CA". */
  jurisdiction?: string | undefined;
}

export interface NewEntry {
  /** The day it belongs to (UTC), `YYYY-MM-DD`; in a closed month it is posted late, into the next open one. */
  date: string;
  kind: EntryKind;
  description: string;
  /** The same source and purpose is posted once. */
  source: { kind: string; id: string; purpose: string };
  orderId?: string | undefined;
  reverses?: number | undefined;
  /** Who posted it; left out: the product itself. */
  by?: string | undefined;
  postings: readonly Posting[];
}

/** Postings about the same thing as one, and none over nothing. */
export function condensed(postings: readonly Posting[]): Posting[] {
  const byThing = new Map<string, Posting>();
  for (const posting of postings) {
    const { account, currency, courseId, productId, cohort, jurisdiction } = posting;
    const key = [account, currency, courseId, productId, cohort, jurisdiction].join('|');
    const known = byThing.get(key);
    byThing.set(key, known ? { ...known, amount: known.amount + posting.amount } : posting);
  }
  return [...byThing.values()].filter(({ amount }) => amount !== 0);
}

/** @throws RangeError where the debits of a currency are not its credits */
export function assertBalanced(postings: readonly Posting[]): void {
  const sums = new Map<string, number>();
  for (const { currency, amount } of postings) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  for (const [currency, sum] of sums) {
    if (sum !== 0) throw new RangeError(`The postings in ${currency} sum to ${sum}, not to zero.`);
  }
}
