import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { laterMonthClosed, notAsked, ownRequest } from './close.errors.js';
import { HoldPeriod } from './hold-period.js';
import { nextStep } from './period.js';

interface ReopeningDecision {
  month: string;
  by: string;
  decision: 'reopened' | 'reopening_declined';
  note: string;
}

/** Opens a month again, or leaves it closed, as somebody else asked for. */
@Injectable()
export class DecideReopening {
  constructor(
    private readonly db: Database,
    private readonly holding: HoldPeriod,
    private readonly facts: Facts,
  ) {}

  /** @throws not_asked, later_month_closed, own_request: nobody opens a month alone */
  async execute({ month, by, decision, note }: ReopeningDecision): Promise<void> {
    await this.db.transaction(async (tx) => {
      const period = await this.holding.hold(tx, month);
      const step = nextStep(period);
      if (step === 'none') throw laterMonthClosed();
      if (step !== 'decide') throw notAsked();
      if (period.last!.by === by) throw ownRequest();
      await this.holding.move(tx, period, { move: decision, by, note });
      this.facts.record(tx, `period.${decision}`, { month, personId: by });
    });
  }
}
