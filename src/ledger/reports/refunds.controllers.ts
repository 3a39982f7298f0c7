import { Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { RefundRegisterQueries } from '../../checkout/index.js';
import { moneySchema } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  askedFilter,
  Page,
  PageController,
  type PageContext,
  Refuses,
  sendCsv,
} from '../../web/index.js';
import { refundCauses, refundFilterSchema, type RefundQuery, refundStatuses } from './register-filters.js';
import { refundsHead, refundsRows } from './registers-csv.js';
import { RefundsView } from './views/refunds.js';

const listSchema = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      createdAt: z.iso.datetime(),
      settledAt: z.iso.datetime().nullable(),
      orderNumber: z.string(),
      what: z.string(),
      cause: z.enum(refundCauses),
      status: z.enum(refundStatuses),
      amount: moneySchema,
      tax: moneySchema.describe('Contained in the amount'),
      stripeRefunds: z.array(z.string()),
    }),
  ),
  next: z.uuid().nullable(),
  totals: z
    .array(z.object({ count: z.int(), amount: moneySchema, tax: moneySchema, failed: z.int() }))
    .describe('Of all that match and did not fail, per currency'),
});

@PageController('books/refunds')
@Allow('accountant', 'admin')
export class RefundsPages {
  constructor(private readonly refunds: RefundRegisterQueries) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { query, form } = askedFilter(refundFilterSchema, asked, response);
    return RefundsView({ page, form, query, ...(await listed(this.refunds, query)) });
  }
}

@ApiController('books', 'books')
@Allow('accountant', 'admin')
export class BooksRefundsApi {
  constructor(private readonly refunds: RefundRegisterQueries) {}

  @Get('refunds')
  @Answers(200, listSchema)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: refundFilterSchema }) query: RefundQuery): Promise<z.infer<typeof listSchema>> {
    const { rows, totals, next } = await listed(this.refunds, query);
    return {
      items: rows.map(({ amount, tax, currency, createdAt, settledAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        settledAt: settledAt?.toISOString() ?? null,
        amount: { amount, currency },
        tax: { amount: tax, currency },
      })),
      totals: totals.map(({ currency, amount, tax, count, failed }) => ({
        ...{ count, failed },
        amount: { amount, currency },
        tax: { amount: tax, currency },
      })),
      next,
    };
  }

  @Get('refunds.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async csv(@Query({ schema: refundFilterSchema }) query: RefundQuery, @Res() response: Response): Promise<void> {
    await sendCsv(response, {
      name: 'refunds.csv',
      head: refundsHead(),
      read: (limit, after) => this.refunds.list(query, limit, after ?? query.after ?? null),
      write: refundsRows,
    });
  }
}

async function listed(refunds: RefundRegisterQueries, query: RefundQuery) {
  const [rows, totals] = await Promise.all([
    refunds.list(query, query.limit + 1, query.after ?? null),
    refunds.totals(query),
  ]);
  const shown = rows.slice(0, query.limit);
  return { rows: shown, totals, next: rows.length > query.limit ? shown.at(-1)!.id : null };
}
