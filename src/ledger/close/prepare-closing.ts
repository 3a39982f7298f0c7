import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../shared/index.js';
import { CheckBalance } from '../cash/check-balance.js';
import { PullTransactions } from '../cash/pull-transactions.js';
import { RecogniseRevenue } from '../deferred/recognise-revenue.js';
import { dayOf } from '../journal/months.js';
import { KeepBooks } from '../posting/keep-books.js';
import { stripeUnreachable } from './close.errors.js';

/** Does now what the clock would do within a day: reads Stripe, books, recognises and compares the balance. */
@Injectable()
export class PrepareClosing {
  private readonly logger = new Logger('Books');

  constructor(
    private readonly clock: Clock,
    private readonly pull: PullTransactions,
    private readonly books: KeepBooks,
    private readonly revenue: RecogniseRevenue,
    private readonly balance: CheckBalance,
  ) {}

  /** @throws stripe_unreachable; what was read until then is kept */
  async execute(): Promise<void> {
    await this.asking(() => this.pull.execute());
    await this.books.book();
    await this.revenue.execute(dayOf(await this.clock.now()));
    await this.asking(() => this.balance.execute());
  }

  private async asking(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn({ msg: 'Stripe could not be read before a closing', err: error });
      throw stripeUnreachable();
    }
  }
}
