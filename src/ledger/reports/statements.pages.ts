import { Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow, Page, PageController, type PageContext } from '../../web/index.js';
import { askedReport } from './asked-report.js';
import { dayFilterSchema, rangeFilterSchema } from './report-filter.js';
import { StatementReports } from './statement-reports.js';
import { BalanceSheetView } from './views/balance-sheet.js';
import { IncomeStatementView } from './views/income-statement.js';
import { TrialBalanceView } from './views/trial-balance.js';

@PageController('books')
@Allow('accountant', 'admin')
export class StatementsPages {
  constructor(private readonly reports: StatementReports) {}

  @Get('trial-balance')
  async trialBalance(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const read = await askedReport({
      ...{ schema: dayFilterSchema, asked, response },
      read: (query) => this.reports.trialBalance(query),
      fields: ({ at }) => ({ at }),
    });
    return TrialBalanceView({ page, ...read });
  }

  @Get('income-statement')
  async incomeStatement(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const read = await askedReport({
      ...{ schema: rangeFilterSchema, asked, response },
      read: (query) => this.reports.incomeStatement(query),
      fields: ({ from, to }) => ({ from, to }),
    });
    return IncomeStatementView({ page, ...read });
  }

  @Get('balance-sheet')
  async balanceSheet(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const read = await askedReport({
      ...{ schema: dayFilterSchema, asked, response },
      read: (query) => this.reports.balanceSheet(query),
      fields: ({ at }) => ({ at }),
    });
    return BalanceSheetView({ page, ...read });
  }
}
