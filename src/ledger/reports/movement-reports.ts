import { Injectable } from '@nestjs/common';
import { lastDay } from '../journal/months.js';
import { askedCurrency } from './asked-currency.js';
import { askedMonth, askedRange } from './asked-days.js';
import { BookDaysQueries } from './book-days.queries.js';
import { FlowQueries } from './flows.queries.js';
import { MovementQueries } from './movements.queries.js';
import type { DeferredFilter, RangeFilter } from './report-filter.js';
import { rollForward, taxReturns } from './roll-forward.js';

/** Deferred revenue and tax: from one balance to the next. They refuse with `invalid_input` what the books do not have. */
@Injectable()
export class MovementReports {
  constructor(
    private readonly days: BookDaysQueries,
    private readonly movements: MovementQueries,
    private readonly flows: FlowQueries,
  ) {}

  async deferred({ month: asked, currency: wanted, by }: DeferredFilter) {
    const [days, currencies] = await Promise.all([this.days.days(), this.days.currencies()]);
    const month = askedMonth(asked, days);
    const currency = askedCurrency(wanted, currencies);
    const range = { from: month, to: lastDay(month) };
    const [movements, titles] = await Promise.all([this.movements.deferred(currency, range), this.flows.titles()]);
    const { rows, total } = rollForward(movements, by);
    const named = rows.map((row) => ({
      ...row,
      course: row.courseId === undefined ? undefined : (titles.get(row.courseId ?? '') ?? 'No single course'),
    }));
    return { month, ...range, currency, currencies, by, rows: named, total };
  }

  async tax(query: RangeFilter) {
    const range = askedRange(query, await this.days.days());
    return { ...range, currencies: taxReturns(await this.movements.tax(range)) };
  }
}

export type DeferredReport = Awaited<ReturnType<MovementReports['deferred']>>;
export type TaxReport = Awaited<ReturnType<MovementReports['tax']>>;
