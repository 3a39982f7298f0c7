import { Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { InvoiceQueries, invoiceRowJson, invoiceRowSchema } from '../../checkout/index.js';
import { moneySchema } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  Page,
  PageController,
  type PageContext,
  Refuses,
  askedFilter,
  sendCsv,
} from '../../web/index.js';
import { invoiceFilterSchema, type InvoiceQuery } from './invoice-filter.js';
import { invoicesHead, invoicesRows } from './invoices-csv.js';
import { InvoicesView } from './views/invoices.js';

const totalSchema = z.object({ count: z.int(), net: moneySchema, tax: moneySchema, gross: moneySchema });
const listSchema = z.object({
  items: z.array(invoiceRowSchema),
  next: z.uuid().nullable(),
  totals: z.array(totalSchema).describe('Of all that match, per currency; credit notes count negative'),
  series: z.array(z.object({ code: z.string(), last: z.int() })).describe('Every series and its last number'),
});

@PageController('books/invoices')
@Allow('accountant', 'admin')
export class InvoicesPages {
  constructor(private readonly invoices: InvoiceQueries) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { query, form } = askedFilter(invoiceFilterSchema, asked, response);
    return InvoicesView({ page, form, query, ...(await listed(this.invoices, query)) });
  }
}

@ApiController('books', 'books')
@Allow('accountant', 'admin')
export class BooksInvoicesApi {
  constructor(private readonly invoices: InvoiceQueries) {}

  @Get('invoices')
  @Answers(200, listSchema)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: invoiceFilterSchema }) query: InvoiceQuery): Promise<z.infer<typeof listSchema>> {
    const { rows, totals, series, next } = await listed(this.invoices, query);
    return {
      items: rows.map(invoiceRowJson),
      totals: totals.map(({ count, net, tax, gross, currency }) => ({
        count,
        net: { amount: net, currency },
        tax: { amount: tax, currency },
        gross: { amount: gross, currency },
      })),
      series,
      next,
    };
  }

  @Get('invoices.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async csv(@Query({ schema: invoiceFilterSchema }) query: InvoiceQuery, @Res() response: Response): Promise<void> {
    await sendCsv(response, {
      name: 'invoices.csv',
      head: invoicesHead(),
      read: (limit, after) => this.invoices.list(query, limit, after ?? query.after ?? null),
      write: invoicesRows,
    });
  }
}

async function listed(invoices: InvoiceQueries, query: InvoiceQuery) {
  const [rows, totals, series] = await Promise.all([
    invoices.list(query, query.limit + 1, query.after ?? null),
    invoices.totals(query),
    invoices.series(),
  ]);
  const shown = rows.slice(0, query.limit);
  return { rows: shown, totals, series, next: rows.length > query.limit ? shown.at(-1)!.id : null };
}
