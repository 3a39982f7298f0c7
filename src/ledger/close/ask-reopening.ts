import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { alreadyAsked, laterMonthClosed, notClosed } from './close.errors.js';
import { HoldPeriod } from './hold-period.js';
import { nextStep } from './period.js';

interface ReopeningRequest {
  month: string;
  by: string;
  /** Why. */
  note: string;
}

/** Asks to open the last closed month again. A second accountant decides. */
@Injectable()
export class AskReopening {
  constructor(
    private readonly db: Database,
    private readonly holding: HoldPeriod,
    private readonly facts: Facts,
  ) {}

  /** @throws not_closed, later_month_closed, already_asked */
  async execute({ month, by, note }: ReopeningRequest): Promise<void> {
    await this.db.transaction(async (tx) => {
      const period = await this.holding.hold(tx, month);
      if (period.status === 'open') throw notClosed();
      const step = nextStep(period);
      if (step === 'none') throw laterMonthClosed();
      if (step === 'decide') throw alreadyAsked();
      await this.holding.move(tx, period, { move: 'reopening_asked', by, note });
      this.facts.record(tx, 'period.reopening_asked', { month, personId: by });
    });
  }
}
