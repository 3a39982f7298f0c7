import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { RefreshMilestones } from '../deferred/refresh-milestones.js';
import { isReady } from './checklist.js';
import { ChecklistQueries } from './checklist.queries.js';
import { alreadyClosed, notReady } from './close.errors.js';
import { HoldPeriod } from './hold-period.js';

interface Closing {
  /** Its first day. */
  month: string;
  by: string;
  note: string;
}

/** Closes a month for good: what has to hold is looked at again while nothing can be posted, and kept as it was seen. */
@Injectable()
export class CloseMonth {
  constructor(
    private readonly db: Database,
    private readonly holding: HoldPeriod,
    private readonly checklist: ChecklistQueries,
    private readonly milestones: RefreshMilestones,
    private readonly facts: Facts,
  ) {}

  /** @throws already_closed; not_ready, with what stands in the way */
  async execute({ month, by, note }: Closing): Promise<void> {
    await this.milestones.execute();
    await this.db.transaction(async (tx) => {
      const period = await this.holding.hold(tx, month);
      if (period.status === 'closed') throw alreadyClosed();
      const seen = await this.checklist.of(month, tx);
      if (!isReady(seen)) throw notReady(seen.items.filter(({ passed }) => !passed));
      await this.holding.move(tx, period, { move: 'closed', by, note, seen });
      this.facts.record(tx, 'period.closed', { month, personId: by });
    });
  }
}
