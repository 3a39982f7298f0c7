import { Injectable } from '@nestjs/common';
import { notFound } from '../../shared/index.js';
import type { Checklist } from './checklist.js';
import { ChecklistQueries } from './checklist.queries.js';
import { type LateEntry, PeriodQueries } from './period.queries.js';
import type { Period, SeenMove } from './period.js';

export interface OnePeriod {
  period: Period;
  /** As it is now; of a closed month, as it was seen when it was closed. */
  checklist: Checklist;
  moves: SeenMove[];
  late: LateEntry[];
}

/** Everything that there is to say of a month, for its page and for whoever asks the API. */
@Injectable()
export class ReadPeriod {
  constructor(
    private readonly periods: PeriodQueries,
    private readonly checklists: ChecklistQueries,
  ) {}

  /** @throws not_found for a month before the books begin or after the present one */
  async execute(month: string): Promise<OnePeriod> {
    const period = await this.periods.byMonth(month);
    if (!period) throw notFound('month');
    const [moves, late] = await Promise.all([this.periods.moves(month), this.periods.late(month)]);
    const seen = period.status === 'closed' ? moves.findLast((each) => each.seen)?.seen : undefined;
    return { period, moves, late, checklist: seen ?? (await this.checklists.of(month)) };
  }
}
