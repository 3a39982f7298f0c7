import { Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { Allow, Answers, ApiController, Page, PageController, type PageContext, Refuses } from '../../web/index.js';
import { askedReport } from './asked-report.js';
import { sendTable } from './csv.js';
import { MovementReports } from './movement-reports.js';
import { deferredJson, deferredSchema, taxSchema } from './movement.schemas.js';
import { deferredColumns, deferredRows, taxColumns, taxRows } from './movements-csv.js';
import { type DeferredFilter, deferredFilterSchema, type RangeFilter, rangeFilterSchema } from './report-filter.js';
import { DeferredView } from './views/deferred.js';
import { TaxView } from './views/tax.js';

@PageController('books')
@Allow('accountant', 'admin')
export class MovementsPages {
  constructor(private readonly reports: MovementReports) {}

  @Get('deferred')
  async deferred(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const read = await askedReport({
      ...{ schema: deferredFilterSchema, asked, response },
      read: (query) => this.reports.deferred(query),
      fields: ({ month, currency, by }) => ({ month: month.slice(0, 7), currency, by }),
    });
    return DeferredView({ page, ...read });
  }

  @Get('tax')
  async tax(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const read = await askedReport({
      ...{ schema: rangeFilterSchema, asked, response },
      read: (query) => this.reports.tax(query),
      fields: ({ from, to }) => ({ from, to }),
    });
    return TaxView({ page, ...read });
  }
}

const refusals = ['400 malformed', '401 unauthenticated', '403 forbidden', '422 invalid_input'] as const;

@ApiController('books', 'books')
@Allow('accountant', 'admin')
export class MovementsApi {
  constructor(private readonly reports: MovementReports) {}

  @Get('deferred')
  @Answers(200, deferredSchema, 'How deferred revenue came from the beginning of the month to its end')
  @Refuses(...refusals)
  async deferred(
    @Query({ schema: deferredFilterSchema }) query: DeferredFilter,
  ): Promise<z.infer<typeof deferredSchema>> {
    return deferredJson(await this.reports.deferred(query));
  }

  @Get('deferred.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses(...refusals)
  async deferredCsv(
    @Query({ schema: deferredFilterSchema }) query: DeferredFilter,
    @Res() response: Response,
  ): Promise<void> {
    const report = await this.reports.deferred(query);
    const name = `deferred-${report.month.slice(0, 7)}-${report.currency}.csv`;
    sendTable(response, name, deferredColumns, deferredRows(report));
  }

  @Get('tax')
  @Answers(200, taxSchema, 'Tax charged, refunded and owed, by currency and jurisdiction')
  @Refuses(...refusals)
  tax(@Query({ schema: rangeFilterSchema }) query: RangeFilter): Promise<z.infer<typeof taxSchema>> {
    return this.reports.tax(query);
  }

  @Get('tax.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses(...refusals)
  async taxCsv(@Query({ schema: rangeFilterSchema }) query: RangeFilter, @Res() response: Response): Promise<void> {
    const report = await this.reports.tax(query);
    sendTable(response, `tax-${report.from}-${report.to}.csv`, taxColumns, taxRows(report));
  }
}
