import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/index.js';
import { CheckBalance } from '../cash/check-balance.js';
import { RecogniseRevenue } from '../deferred/recognise-revenue.js';
import { dayOf } from '../journal/months.js';
import { KeepBooks } from '../posting/keep-books.js';

/** Does now what the clock would do within a day: reads Stripe, books, recognises and compares the balance. */
@Injectable()
export class PrepareClosing {
  constructor(
    private readonly clock: Clock,
    private readonly books: KeepBooks,
    private readonly revenue: RecogniseRevenue,
    private readonly balance: CheckBalance,
  ) {}

  async execute(): Promise<void> {
    await this.books.execute();
    await this.revenue.execute(dayOf(await this.clock.now()));
    await this.balance.execute();
  }
}
