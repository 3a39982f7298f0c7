import { Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { MarketQueries } from '../../bundles/index.js';
import { notFound } from '../../shared/index.js';
import {
  Allow,
  askedFilter,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { InvoiceQueries } from '../invoices/invoice.queries.js';
import { AskStripeAgain } from './ask-stripe-again.js';
import { deskFilterSchema } from './desk-filter.js';
import { DeskOrderQueries } from './desk-order.queries.js';
import { DeskQueries } from './desk.queries.js';
import { ResendReceipt } from './resend-receipt.js';
import { StoryQueries } from './story.queries.js';
import { DeskOrderView } from './views/desk-order.js';
import { OrdersDesk } from './views/orders-desk.js';

const notices = {
  asked: 'Stripe was asked. What it said is in the story below.',
  'receipt-sent': 'The receipt is on its way again.',
};
const arriving = z.object({ done: z.enum(['asked', 'receipt-sent']).optional().catch(undefined) });
const nothing = z.object({});

/** The orders desk: find an order, read its story, set it going again. */
@PageController('admin/orders')
@Allow('admin', 'accountant')
export class DeskPages {
  constructor(
    private readonly desk: DeskQueries,
    private readonly markets: MarketQueries,
    private readonly orders: DeskOrderQueries,
    private readonly stories: StoryQueries,
    private readonly invoices: InvoiceQueries,
    private readonly askStripe: AskStripeAgain,
    private readonly resend: ResendReceipt,
  ) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { query: filter, form } = askedFilter(deskFilterSchema, asked, response);
    const [rows, totals, products, markets] = await Promise.all([
      this.desk.list(filter, filter.limit + 1, filter.after ?? null),
      this.desk.totals(filter),
      this.desk.products(),
      this.markets.all(),
    ]);
    const shown = rows.slice(0, filter.limit);
    const next = rows.length > filter.limit ? shown.at(-1)!.id : null;
    return OrdersDesk({ page, form, filter, rows: shown, totals, products, markets, next });
  }

  @Get(':number')
  show(
    @Page() page: PageContext,
    @Param('number') number: string,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return this.render({ ...page, ...(done && { notice: notices[done] }) }, number, emptyForm());
  }

  @Post(':number/stripe-look')
  @Allow('admin')
  look(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('number') number: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: nothing, body: {} },
      act: async () => {
        await this.askStripe.execute(number, viewer.personId);
        return `/admin/orders/${number}?done=asked`;
      },
      view: (form) => this.render(page, number, form),
    });
  }

  @Post(':number/receipt-mail')
  @Allow('admin')
  sendReceipt(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('number') number: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: nothing, body: {} },
      act: async () => {
        await this.resend.execute(number, viewer.personId);
        return `/admin/orders/${number}?done=receipt-sent`;
      },
      view: (form) => this.render(page, number, form),
    });
  }

  private async render(page: PageContext, number: string, form: FormState): Promise<JSX.Element> {
    const order = await this.orders.byNumber(number);
    if (!order) throw notFound('order');
    const [story, papers] = await Promise.all([this.stories.of(order.id), this.invoices.ofOrder(order.id)]);
    return DeskOrderView({ page, form, order, story, papers });
  }
}
