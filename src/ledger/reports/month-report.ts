import { Injectable } from '@nestjs/common';
import { lastDay, monthOf, nextMonth } from '../journal/months.js';
import { askedCurrency } from './asked-currency.js';
import { askedMonth } from './asked-days.js';
import { BookDaysQueries } from './book-days.queries.js';
import { FlowQueries, type OfferSale } from './flows.queries.js';
import { monthFigures, type MonthFigures } from './month-figures.js';
import type { MonthFilter } from './report-filter.js';
import { type Series, stackOf } from './stack.js';

export interface MonthReport {
  /** First day of the month; its first and last day. */
  month: string;
  from: string;
  to: string;
  currency: string;
  currencies: string[];
  span: number;
  /** First days of the months that are drawn, the month itself last; and the figures of each. */
  months: string[];
  figures: MonthFigures[];
  byCourse: Series[];
  byProduct: Series[];
  offers: OfferSale[];
  /** Whether there is a month before and after it in the books. */
  hasBefore: boolean;
  hasAfter: boolean;
}

/** A month at a glance, in one currency. @throws invalid_input at `month` or `currency` where the books have none */
@Injectable()
export class MonthReports {
  constructor(
    private readonly days: BookDaysQueries,
    private readonly flows: FlowQueries,
  ) {}

  async read(query: MonthFilter): Promise<MonthReport> {
    const [days, currencies] = await Promise.all([this.days.days(), this.days.currencies()]);
    const month = askedMonth(query.month, days);
    const currency = askedCurrency(query.currency, currencies);
    const firstMonth = monthOf(days.first ?? month);
    const months = monthsUntil(month, query.span, firstMonth);
    const [from, to] = [month, lastDay(month)];
    const span = { currency, from: months[0]!, to };
    const [flows, earned, offers, titles] = await Promise.all([
      this.flows.flows(span),
      this.flows.earned(span),
      this.flows.offers({ currency, from, to }),
      this.flows.titles(),
    ]);
    const by = (key: 'courseId' | 'productId', nothing: string) =>
      stackOf(
        earned.map((each) => ({ month: each.month, id: each[key], amount: each.amount })),
        months,
        (id) => titles.get(id ?? '') ?? nothing,
      );
    return {
      ...{ month, from, to, currency, currencies, span: query.span, months, offers },
      figures: monthFigures(flows, months),
      byCourse: by('courseId', 'No single course'),
      byProduct: by('productId', 'No single product'),
      hasBefore: month > firstMonth,
      hasAfter: nextMonth(month) <= monthOf(days.today),
    };
  }
}

/** The months up to this one, at most so many, none before the first. */
function monthsUntil(month: string, count: number, first: string): string[] {
  const months: string[] = [];
  const [year, number] = month.split('-').map(Number) as [number, number];
  for (let back = count - 1; back >= 0; back -= 1) {
    const index = year * 12 + number - 1 - back;
    const day = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
    if (day >= first) months.push(day);
  }
  return months;
}
