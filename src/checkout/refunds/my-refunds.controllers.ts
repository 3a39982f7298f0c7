import { Body, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { moneySchema, notFound } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  Refuses,
  seeOther,
  submit,
  type Viewer,
} from '../../web/index.js';
import { OrderQueries } from '../orders/order.queries.js';
import { AfterSaleQueries } from './after-sale.queries.js';
import { afterSaleJson, afterSaleSchema } from './after-sale.schemas.js';
import { DecideRefund } from './decide-refund.js';
import { PreviewRefund } from './preview-refund.js';
import { RefundQueries } from './refund.queries.js';
import { refundQuoteSchema } from './refund-quote.js';
import { askSchema } from './refund.schemas.js';
import { RequestRefund } from './request-refund.js';
import { MyRefund } from './views/my-refund.js';

const apiAsk = z.strictObject({
  lines: z.array(z.uuid()).min(1).max(50),
  reason: z.string().trim().min(1).max(2000),
  expected: moneySchema.describe(
    'What the quote said for these lines; if it is another amount now, nothing is asked for',
  ),
});

/** A buyer sees what would go back, asks for it, and may take the request back. */
@PageController()
@Allow('signed-in')
export class MyRefundPages {
  constructor(
    private readonly preview: PreviewRefund,
    private readonly refunds: RefundQueries,
    private readonly request: RequestRefund,
    private readonly decide: DecideRefund,
  ) {}

  @Get('orders/:number/refund')
  show(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('number') number: string,
  ): Promise<JSX.Element> {
    return this.render(page, viewer, number, emptyForm());
  }

  @Post('orders/:number/refund')
  ask(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('number') number: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: askSchema, body },
      act: async ({ what: { lineIds, amount }, reason, currency }) => {
        const wish = { personId: viewer.personId, number, lineIds, reason };
        await this.request.execute({ ...wish, expected: { amount, currency } });
        return `/orders/${number}/refund`;
      },
      view: (form) => this.render(page, viewer, number, form),
    });
  }

  @Post('refund-requests/:id/withdrawal')
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: z.uuid() }) requestId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const { number } = await this.decide.withdraw({ requestId, by: viewer.personId });
    return seeOther(response, `/orders/${number}/refund`);
  }

  private async render(page: PageContext, viewer: Viewer, number: string, form: FormState): Promise<JSX.Element> {
    const preview = await this.preview.execute(number, { strict: true, personId: viewer.personId });
    const requests = await this.refunds.requestsOf(preview.order.id);
    return MyRefund({ page, form, preview, open: requests.find(({ decision }) => decision === null) });
  }
}

@ApiController('', 'orders')
@Allow('signed-in')
export class MyRefundApi {
  constructor(
    private readonly orders: OrderQueries,
    private readonly afterSale: AfterSaleQueries,
    private readonly preview: PreviewRefund,
    private readonly request: RequestRefund,
    private readonly decide: DecideRefund,
  ) {}

  @Get('orders/:number/refund-quote')
  @Answers(200, refundQuoteSchema, 'What goes back at this instant by the terms of the order, to the cent')
  @Refuses('401 unauthenticated', '404 not_found')
  async quote(
    @Param('number') number: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof refundQuoteSchema>> {
    return (await this.preview.execute(number, { strict: true, personId: viewer.personId })).quote;
  }

  @Get('orders/:number/refunds')
  @Answers(200, afterSaleSchema, 'What happened to the order since it was paid, newest first')
  @Refuses('401 unauthenticated', '404 not_found')
  async since(
    @Param('number') number: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof afterSaleSchema>> {
    const order = await this.orders.ofPerson(viewer.personId, number);
    if (!order) throw notFound('order');
    return afterSaleJson(await this.afterSale.of(order.id));
  }

  @Post('orders/:number/refund-requests')
  @Answers(201, z.object({ id: z.uuid(), quote: refundQuoteSchema }), 'Asked for; the quote no longer changes')
  @Refuses('400 malformed', '401 unauthenticated', '404 not_found')
  @Refuses('409 nothing_to_refund', '409 refund_changed', '409 refund_asked_already', '422 refund_lines_missing')
  @Refuses('409 checkout_open', '422 refund_whole_order')
  ask(
    @Param('number') number: string,
    @Body({ schema: apiAsk }) { lines, reason, expected }: z.infer<typeof apiAsk>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<{ id: string; quote: z.infer<typeof refundQuoteSchema> }> {
    return this.request.execute({ personId: viewer.personId, number, lineIds: lines, reason, expected });
  }

  @Delete('refund-requests/:id')
  @HttpCode(204)
  @Answers(204, undefined, 'Taken back')
  @Refuses('401 unauthenticated', '404 not_found', '409 refund_decided')
  async withdraw(@Param('id', { schema: z.uuid() }) requestId: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    await this.decide.withdraw({ requestId, by: viewer.personId });
  }
}
