import { Injectable } from '@nestjs/common';
import { PayoutQueries, type PayoutRow } from '../../checkout/index.js';
import type { Tx } from '../../database/index.js';
import { Clock } from '../../shared/index.js';
import { accounts } from '../journal/accounts.js';
import { dayOf } from '../journal/months.js';
import { PostEntries } from '../journal/post-entries.js';

/** A payout that reached the bank, or left it again because the bank sent it back. */
@Injectable()
export class PostPayoutArrival {
  constructor(
    private readonly clock: Clock,
    private readonly payouts: PayoutQueries,
    private readonly posting: PostEntries,
  ) {}

  /** @returns why it has to wait */
  async post(tx: Tx, id: string): Promise<string | undefined> {
    const payout = await this.payouts.byId(id);
    if (!payout) return 'No payout has this id.';
    const booked = await tx.row<{ times: number }>(
      `SELECT count(*) AS times FROM journal_entries WHERE source_kind = 'payout' AND source_id = $1`,
      [id],
    );
    const times = booked!.times;
    const isBooked = times % 2 === 1;
    const hasArrived = payout.status === 'paid';
    if (hasArrived === isBooked) return undefined;
    const today = dayOf(await this.clock.now(tx));
    await this.posting.post(tx, [
      {
        date: hasArrived ? earlier(dayOf(payout.arrivesAt), today) : today,
        kind: hasArrived ? 'payout_arrival' : 'payout_return',
        description: hasArrived ? `Payout ${id} arrived` : `Payout ${id} left the bank again`,
        source: { kind: 'payout', id, purpose: `arrival-${times + 1}` },
        postings: legs(payout, hasArrived ? 1 : -1),
      },
    ]);
    return undefined;
  }
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

const legs = ({ currency, amount }: PayoutRow, sign: 1 | -1) => [
  { account: accounts.bank, currency, amount: sign * amount },
  { account: accounts.inTransit, currency, amount: -sign * amount },
];
