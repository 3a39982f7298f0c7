import { Injectable } from '@nestjs/common';
import { FetchMissedEvents, HandleStripeEvent, SweepOrders } from '../checkout/index.js';
import { Database } from '../database/index.js';
import { agrees, type BalanceCheck, CheckBalance, KeepBooks, PullTransactions } from '../ledger/index.js';

export interface CaughtUp {
  events: number;
  movements: number;
  differences: BalanceCheck[];
}

/**
 * After a restore: takes over everything that happened at Stripe since the point the data came back from. Events are handled
 * the oldest first, open orders are asked about, movements are booked, and the balance is compared. Safe to repeat.
 */
@Injectable()
export class CatchUp {
  constructor(
    private readonly db: Database,
    private readonly fetch: FetchMissedEvents,
    private readonly handle: HandleStripeEvent,
    private readonly sweep: SweepOrders,
    private readonly pull: PullTransactions,
    private readonly books: KeepBooks,
    private readonly check: CheckBalance,
  ) {}

  async execute(since: Date): Promise<CaughtUp> {
    const events = await this.fetch.since(since);
    const waiting = await this.db.rows<{ id: string }>(
      `SELECT id FROM stripe_events WHERE handled_at IS NULL ORDER BY body ->> 'created', id`,
    );
    for (const { id } of waiting) await this.handle.execute({ eventId: id });
    await this.sweep.execute();
    const movements = await this.pull.execute(since);
    await this.books.book();
    const differences = (await this.check.execute()).filter((each) => !agrees(each));
    return { events, movements, differences };
  }
}
