import { Injectable } from '@nestjs/common';
import type { BalanceMove } from '../../checkout/index.js';
import type { Tx } from '../../database/index.js';
import { Deferrals } from '../deferred/deferrals.js';
import { accounts } from '../journal/accounts.js';
import type { Posting } from '../journal/entry.js';
import type { Placed, Unplaced } from './placed.js';

/** Accounts that hold the cash side of an entry, or stand between two currencies. */
const cashSide: readonly string[] = [accounts.stripe, accounts.fees, accounts.suspense, accounts.exchange];

interface Booked {
  number: number;
  orderId: string | null;
  description: string;
}

/** A refund that the bank sent back: what its entry did, undone. */
@Injectable()
export class PlaceRefundFailure {
  constructor(private readonly deferrals: Deferrals) {}

  async place(tx: Tx, move: BalanceMove): Promise<Placed | Unplaced> {
    const booked = move.source ? await refundEntry(tx, move.source) : undefined;
    if (!booked) return { problem: 'The refund that failed is not booked.' };
    const legs = (await legsOf(tx, booked.number)).map((leg) => ({ ...leg, amount: -leg.amount }));
    const moves = (await this.deferrals.movesOf(tx, booked.number)).map((each) => ({ ...each, amount: -each.amount }));
    return {
      kind: 'refund_failure',
      description: `${booked.description} failed`,
      orderId: booked.orderId ?? undefined,
      reverses: booked.number,
      currency: legs[0]?.currency ?? move.currency,
      legs,
      moves,
    };
  }
}

/** Where the refund was in suspense first, the entry that placed it. */
function refundEntry(tx: Tx, refund: string): Promise<Booked | undefined> {
  return tx.row<Booked>(
    `SELECT e.number, e.order_id AS "orderId", e.description
     FROM balance_transactions b JOIN journal_entries e ON e.source_kind = 'balance_transaction' AND e.source_id = b.id
     WHERE b.source = $1 AND b.category = 'refund' AND e.kind <> 'suspense' ORDER BY e.number DESC LIMIT 1`,
    [refund],
  );
}

async function legsOf(tx: Tx, entry: number): Promise<Posting[]> {
  const rows = await tx.rows<Posting & { account: string }>(
    `SELECT account, currency, amount, course_id AS "courseId", product_id AS "productId", cohort, jurisdiction
     FROM postings WHERE entry = $1 ORDER BY position`,
    [entry],
  );
  return rows.filter(({ account }) => !cashSide.includes(account));
}
