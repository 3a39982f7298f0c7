import { Injectable } from '@nestjs/common';
import { askedDay, askedRange } from './asked-days.js';
import { BalanceQueries } from './balances.queries.js';
import { BookDaysQueries } from './book-days.queries.js';
import type { DayFilter, RangeFilter } from './report-filter.js';
import { balanceSheets, incomeStatements, trialBalances } from './statements.js';

/** The three statements, each by currency. They refuse with `invalid_input` what lies ahead. */
@Injectable()
export class StatementReports {
  constructor(
    private readonly days: BookDaysQueries,
    private readonly balances: BalanceQueries,
  ) {}

  async trialBalance(query: DayFilter) {
    const days = await this.days.days();
    const at = askedDay(query.at, days);
    return { at, since: days.first ?? at, currencies: trialBalances(await this.balances.until(at)) };
  }

  async incomeStatement(query: RangeFilter) {
    const range = askedRange(query, await this.days.days());
    return { ...range, currencies: incomeStatements(await this.balances.between(range)) };
  }

  async balanceSheet(query: DayFilter) {
    const days = await this.days.days();
    const at = askedDay(query.at, days);
    return { at, since: days.first ?? at, currencies: balanceSheets(await this.balances.until(at)) };
  }
}

export type TrialBalanceReport = Awaited<ReturnType<StatementReports['trialBalance']>>;
export type IncomeReport = Awaited<ReturnType<StatementReports['incomeStatement']>>;
export type BalanceSheetReport = Awaited<ReturnType<StatementReports['balanceSheet']>>;
