import { Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { Allow, Answers, ApiController, Refuses } from '../../web/index.js';
import { sendTable } from './csv.js';
import { type DayFilter, dayFilterSchema, type RangeFilter, rangeFilterSchema } from './report-filter.js';
import { StatementReports } from './statement-reports.js';
import { balanceSheetRows, incomeRows, statementColumns, trialColumns, trialRows } from './statements-csv.js';
import { balanceSheetSchema, incomeStatementSchema, trialBalanceSchema } from './statement.schemas.js';

const refusals = ['400 malformed', '401 unauthenticated', '403 forbidden', '422 invalid_input'] as const;

@ApiController('books', 'books')
@Allow('accountant', 'admin')
export class StatementsApi {
  constructor(private readonly reports: StatementReports) {}

  @Get('trial-balance')
  @Answers(200, trialBalanceSchema, 'Every account with its balance at the end of the day, by currency')
  @Refuses(...refusals)
  async trialBalance(
    @Query({ schema: dayFilterSchema }) query: DayFilter,
  ): Promise<z.infer<typeof trialBalanceSchema>> {
    const { at, currencies } = await this.reports.trialBalance(query);
    return { at, currencies };
  }

  @Get('trial-balance.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses(...refusals)
  async trialBalanceCsv(
    @Query({ schema: dayFilterSchema }) query: DayFilter,
    @Res() response: Response,
  ): Promise<void> {
    const report = await this.reports.trialBalance(query);
    sendTable(response, `trial-balance-${report.at}.csv`, trialColumns, trialRows(report));
  }

  @Get('income-statement')
  @Answers(200, incomeStatementSchema, 'What was earned and what it cost, by currency')
  @Refuses(...refusals)
  incomeStatement(
    @Query({ schema: rangeFilterSchema }) query: RangeFilter,
  ): Promise<z.infer<typeof incomeStatementSchema>> {
    return this.reports.incomeStatement(query);
  }

  @Get('income-statement.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses(...refusals)
  async incomeStatementCsv(
    @Query({ schema: rangeFilterSchema }) query: RangeFilter,
    @Res() response: Response,
  ): Promise<void> {
    const report = await this.reports.incomeStatement(query);
    sendTable(
      response,
      `income-statement-${report.from}-${report.to}.csv`,
      statementColumns,
      report.currencies.flatMap(incomeRows),
    );
  }

  @Get('balance-sheet')
  @Answers(200, balanceSheetSchema, 'What there is and whose it is, by currency')
  @Refuses(...refusals)
  async balanceSheet(
    @Query({ schema: dayFilterSchema }) query: DayFilter,
  ): Promise<z.infer<typeof balanceSheetSchema>> {
    const { at, currencies } = await this.reports.balanceSheet(query);
    return { at, currencies };
  }

  @Get('balance-sheet.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses(...refusals)
  async balanceSheetCsv(
    @Query({ schema: dayFilterSchema }) query: DayFilter,
    @Res() response: Response,
  ): Promise<void> {
    const report = await this.reports.balanceSheet(query);
    sendTable(
      response,
      `balance-sheet-${report.at}.csv`,
      statementColumns,
      report.currencies.flatMap(balanceSheetRows),
    );
  }
}
