import { Injectable } from '@nestjs/common';
import { PayoutQueries } from '../../checkout/index.js';
import { Database, type Runner } from '../../database/index.js';
import { differenceOf, type Explanation, isSettled, type PayoutStanding } from './checklist.js';

type Kept = Explanation & { payoutId: string; difference: number };

/** How the payouts of a month stand, with what accountants said about differences. */
@Injectable()
export class PayoutStandings {
  constructor(
    private readonly db: Database,
    private readonly payouts: PayoutQueries,
  ) {}

  /** Created from this day on and before that one, oldest first. */
  async between(from: string, before: string, runner: Runner = this.db): Promise<PayoutStanding[]> {
    const payouts = await this.payouts.createdBetween(from, before, runner);
    const kept = await runner.rows<Kept>(
      `SELECT x.payout_id AS "payoutId", x.difference, x.note, p.name AS by,
         to_char(x.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
       FROM payout_explanations x JOIN people p ON p.id = x.by WHERE x.payout_id = ANY ($1::text[])`,
      [payouts.map(({ id }) => id)],
    );
    return payouts.map((payout) => {
      const difference = differenceOf(payout);
      const found = kept.find((each) => each.payoutId === payout.id && each.difference === difference);
      const explanation = found ? { note: found.note, by: found.by, at: found.at } : null;
      const { id, currency, amount, transactionsNet, transactions, verdict } = payout;
      return {
        ...{ id, currency, amount, transactionsNet, transactions, verdict, explanation },
        createdAt: payout.createdAt.toISOString(),
        settled: isSettled(payout, explanation),
      };
    });
  }
}
