import { Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { moneySchema, notFound } from '../../shared/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, sendCsv, type Viewer } from '../../web/index.js';
import { InvoiceQueries } from '../invoices/invoice.queries.js';
import { AskStripeAgain } from './ask-stripe-again.js';
import { deskHead, deskRows } from './desk-csv.js';
import { type DeskFilter, deskFilterSchema, orderStatuses } from './desk-filter.js';
import { DeskOrderQueries } from './desk-order.queries.js';
import { DeskQueries } from './desk.queries.js';
import { deskOrderJson, deskOrderSchema, deskRowJson, deskRowSchema } from './desk.schemas.js';
import { ResendReceipt } from './resend-receipt.js';
import { StoryQueries } from './story.queries.js';
import { tell } from './story-words.js';

const listSchema = z.object({
  items: z.array(deskRowSchema),
  next: z.uuid().nullable(),
  totals: z.array(z.object({ count: z.int(), total: moneySchema })).describe('Of all that match, per currency'),
});
const lookedSchema = z.object({ status: z.enum(orderStatuses) });

@ApiController('admin', 'admin')
@Allow('admin', 'accountant')
export class DeskApi {
  constructor(
    private readonly desk: DeskQueries,
    private readonly orders: DeskOrderQueries,
    private readonly stories: StoryQueries,
    private readonly invoices: InvoiceQueries,
    private readonly askStripe: AskStripeAgain,
    private readonly resend: ResendReceipt,
  ) {}

  @Get('orders')
  @Answers(200, listSchema)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: deskFilterSchema }) filter: DeskFilter): Promise<z.infer<typeof listSchema>> {
    const [rows, totals] = await Promise.all([
      this.desk.list(filter, filter.limit + 1, filter.after ?? null),
      this.desk.totals(filter),
    ]);
    const items = rows.slice(0, filter.limit);
    return {
      items: items.map(deskRowJson),
      next: rows.length > filter.limit ? items.at(-1)!.id : null,
      totals: totals.map(({ count, total, currency }) => ({ count, total: { amount: total, currency } })),
    };
  }

  @Get('orders.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async csv(@Query({ schema: deskFilterSchema }) filter: DeskFilter, @Res() response: Response): Promise<void> {
    await sendCsv(response, {
      name: 'orders.csv',
      head: deskHead(),
      read: (limit, after) => this.desk.list(filter, limit, after ?? filter.after ?? null),
      write: deskRows,
    });
  }

  @Get('orders/:number')
  @Answers(200, deskOrderSchema, 'The order, its money, access as it stands, and its story')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async show(@Param('number') number: string): Promise<z.infer<typeof deskOrderSchema>> {
    const order = await this.orders.byNumber(number);
    if (!order) throw notFound('order');
    const [story, papers] = await Promise.all([this.stories.of(order.id), this.invoices.ofOrder(order.id)]);
    return deskOrderJson(order, tell(story), papers);
  }

  @Post('orders/:number/stripe-look')
  @Allow('admin')
  @HttpCode(200)
  @Answers(200, lookedSchema, 'Stripe was asked; the status afterwards')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found', '409 never_at_stripe')
  async look(@Param('number') number: string, @CurrentViewer() viewer: Viewer): Promise<z.infer<typeof lookedSchema>> {
    return { status: await this.askStripe.execute(number, viewer.personId) };
  }

  @Post('orders/:number/receipt-mail')
  @Allow('admin')
  @HttpCode(204)
  @Answers(204, undefined, 'The receipt is written to the buyer again')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found', '409 no_receipt')
  async sendReceipt(@Param('number') number: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    await this.resend.execute(number, viewer.personId);
  }
}
