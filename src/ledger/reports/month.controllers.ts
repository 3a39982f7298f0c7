import { Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { Allow, Answers, ApiController, Page, PageController, type PageContext, Refuses } from '../../web/index.js';
import { askedReport } from './asked-report.js';
import { sendTable } from './csv.js';
import { monthColumns, monthRows, offerColumns, offerRows } from './month-csv.js';
import { MonthReports } from './month-report.js';
import { monthReportJson, monthReportSchema } from './month.schemas.js';
import { type MonthFilter, monthFilterSchema } from './report-filter.js';
import { MonthView } from './views/month.js';

@PageController('books')
@Allow('accountant', 'admin')
export class MonthPages {
  constructor(private readonly reports: MonthReports) {}

  @Get()
  async show(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const read = await askedReport({
      ...{ schema: monthFilterSchema, asked, response },
      read: (query) => this.reports.read(query),
      fields: ({ month, currency, span }) => ({ month: month.slice(0, 7), currency, span: String(span) }),
    });
    return MonthView({ page, ...read });
  }
}

const refusals = ['400 malformed', '401 unauthenticated', '403 forbidden', '422 invalid_input'] as const;

@ApiController('books', 'books')
@Allow('accountant', 'admin')
export class MonthApi {
  constructor(private readonly reports: MonthReports) {}

  @Get('month')
  @Answers(200, monthReportSchema, 'A month at a glance and those before it, in one currency')
  @Refuses(...refusals)
  async show(@Query({ schema: monthFilterSchema }) query: MonthFilter): Promise<z.infer<typeof monthReportSchema>> {
    return monthReportJson(await this.reports.read(query));
  }

  @Get('month.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses(...refusals)
  async csv(@Query({ schema: monthFilterSchema }) query: MonthFilter, @Res() response: Response): Promise<void> {
    const report = await this.reports.read(query);
    const name = `month-${report.month.slice(0, 7)}-${report.currency}.csv`;
    sendTable(response, name, monthColumns(report), monthRows(report));
  }

  @Get('offers.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses(...refusals)
  async offers(@Query({ schema: monthFilterSchema }) query: MonthFilter, @Res() response: Response): Promise<void> {
    const report = await this.reports.read(query);
    const name = `offers-${report.month.slice(0, 7)}-${report.currency}.csv`;
    sendTable(response, name, offerColumns, offerRows(report));
  }
}
