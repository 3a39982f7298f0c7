import { Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { PaymentQueries } from '../../checkout/index.js';
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
import { paymentFilterSchema, type PaymentQuery } from './payment-filter.js';
import { csvHead, csvRows } from './payments-csv.js';
import { PaymentsView } from './views/payments.js';

const rowSchema = z.object({
  id: z.uuid(),
  paidAt: z.iso.datetime(),
  orderNumber: z.string(),
  receiptNumber: z.string(),
  status: z.string(),
  buyerName: z.string(),
  buyerEmail: z.string(),
  what: z.string(),
  method: z.string(),
  paymentIntent: z.string(),
  amount: moneySchema,
});
const listSchema = z.object({
  items: z.array(rowSchema),
  next: z.uuid().nullable(),
  totals: z
    .array(z.object({ count: z.int(), amount: moneySchema, refunded: moneySchema }))
    .describe('Of all that match, per currency'),
});

@PageController('books/payments')
@Allow('accountant', 'admin')
export class PaymentsPages {
  constructor(private readonly payments: PaymentQueries) {}

  /** A filter that cannot be read shows the list unfiltered, with the reason beside the field. */
  @Get()
  async list(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { query, form } = askedFilter(paymentFilterSchema, asked, response);
    return PaymentsView({ page, form, query, ...(await listed(this.payments, query)) });
  }
}

@ApiController('books', 'books')
@Allow('accountant', 'admin')
export class PaymentsApi {
  constructor(private readonly payments: PaymentQueries) {}

  @Get('payments')
  @Answers(200, listSchema)
  @Refuses('400 malformed', '403 forbidden')
  async list(@Query({ schema: paymentFilterSchema }) query: PaymentQuery) {
    const { rows, totals, next } = await listed(this.payments, query);
    return {
      items: rows.map(({ amount, currency, ...row }) => ({ ...row, amount: { amount, currency } })),
      totals: totals.map(({ count, amount, refunded, currency }) => ({
        count,
        amount: { amount, currency },
        refunded: { amount: refunded, currency },
      })),
      next,
    };
  }

  @Get('payments.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses('400 malformed', '403 forbidden')
  async csv(@Query({ schema: paymentFilterSchema }) query: PaymentQuery, @Res() response: Response): Promise<void> {
    await sendCsv(response, {
      name: 'payments.csv',
      head: csvHead(),
      read: (limit, after) => this.payments.list(query, limit, after ?? query.after ?? null),
      write: csvRows,
    });
  }
}

async function listed(payments: PaymentQueries, query: PaymentQuery) {
  const [rows, totals] = await Promise.all([
    payments.list(query, query.limit + 1, query.after ?? null),
    payments.totals(query),
  ]);
  const shown = rows.slice(0, query.limit);
  return { rows: shown, totals, next: rows.length > query.limit ? shown.at(-1)!.id : null };
}
