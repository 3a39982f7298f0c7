import { Injectable } from '@nestjs/common';
import { FailedEventQueries } from '../../checkout/index.js';
import { Database, type Runner } from '../../database/index.js';
import { nextMonth } from '../journal/months.js';
import { type Checklist, checkNames, type CheckName, type Figure, itemOf, payoutFigures } from './checklist.js';
import { checkStatements } from './checklist.sql.js';
import { PayoutStandings } from './payout-standings.queries.js';

/** Looks at everything that has to hold before a month is closed, now. */
@Injectable()
export class ChecklistQueries {
  constructor(
    private readonly db: Database,
    private readonly standings: PayoutStandings,
    private readonly events: FailedEventQueries,
  ) {}

  /** `month`: its first day. */
  async of(month: string, runner: Runner = this.db): Promise<Checklist> {
    const ends = nextMonth(month);
    const payouts = await this.standings.between(month, ends, runner);
    const figures = async (check: CheckName): Promise<Figure[]> => {
      if (check === 'payouts') return payoutFigures(payouts);
      if (check === 'events') return [failedEvents(await this.events.count(runner))];
      return runner.rows<Figure>(checkStatements[check], [month, ends]);
    };
    const items = [];
    for (const check of checkNames) items.push(itemOf(check, await figures(check)));
    return { items, payouts };
  }
}

const failedEvents = (count: number): Figure => ({
  what: 'events of Stripe that nobody could handle',
  count,
  wrong: count > 0,
});
