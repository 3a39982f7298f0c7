import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { dayOf, monthOf, nextMonth } from '../journal/months.js';
import { RecogniseMonth } from './recognise-month.js';
import { RefreshMilestones } from './refresh-milestones.js';

/** Recognises the revenue of every month that has ended and is still open, the earliest first: also after days of silence. */
@Injectable()
export class RecogniseRevenue {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly milestones: RefreshMilestones,
    private readonly month: RecogniseMonth,
  ) {}

  @Every('20 2 * * *', 'ledger.recognise-revenue')
  async nightly(): Promise<void> {
    await this.execute(dayOf(await this.clock.now()));
  }

  /** As of the beginning of `today`. */
  async execute(today: string): Promise<void> {
    await this.milestones.execute();
    for (const month of await this.endedMonths(monthOf(today))) {
      await this.db.transaction((tx) => this.month.execute(tx, month));
    }
  }

  /** Each in a transaction of its own: what was posted of an earlier one stays. */
  private async endedMonths(before: string): Promise<string[]> {
    const rows = await this.db.rows<{ month: string; status: string }>(
      'SELECT month, status FROM periods ORDER BY month',
    );
    const closed = new Set(rows.flatMap(({ month, status }) => (status === 'closed' ? [month] : [])));
    const months: string[] = [];
    for (let month = rows[0]?.month ?? before; month < before; month = nextMonth(month)) {
      if (!closed.has(month)) months.push(month);
    }
    return months;
  }
}
