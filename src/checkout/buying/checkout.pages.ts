import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { QuoteBasket } from '../../bundles/index.js';
import { newId, notFound } from '../../shared/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  Page,
  PageController,
  type PageContext,
  seeOther,
  submit,
  type Viewer,
} from '../../web/index.js';
import { InvoiceQueries } from '../invoices/invoice.queries.js';
import { OrderQueries } from '../orders/order.queries.js';
import { SettleOrder } from '../settling/settle-order.js';
import { StartCheckout } from './start-checkout.js';
import { CheckoutView } from './views/checkout.js';
import { DoneView } from './views/done.js';
import { OrderPage } from '../orders/views/order.js';
import { OrdersView } from '../orders/views/orders.js';

const chosen = z.object({ product: z.string().min(1).max(100) });
const confirmation = z.strictObject({
  product: z.string().min(1).max(100),
  key: z.uuid('Please open this page again.'),
  amount: z.coerce.number().int(),
  currency: z.string().length(3),
});

/** From "Enroll" to the payment page and back. */
@PageController('checkout')
@Allow('signed-in')
export class CheckoutPages {
  constructor(
    private readonly quotes: QuoteBasket,
    private readonly start: StartCheckout,
    private readonly settle: SettleOrder,
    private readonly queries: OrderQueries,
  ) {}

  /** The quote that the buyer confirms. */
  @Get()
  async review(
    @Page() page: PageContext,
    @Query({ schema: chosen }) { product }: z.infer<typeof chosen>,
  ): Promise<JSX.Element> {
    const quote = await this.quotes.execute({ items: [{ product }] });
    return CheckoutView({ page, quote, product, key: newId(), form: emptyForm() });
  }

  /** "Enroll" leads to the quote; the confirmed quote leads to the payment page. */
  @Post()
  async confirm(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Body() body: Record<string, unknown>,
  ): Promise<JSX.Element> {
    const asked = chosen.safeParse(body);
    if (!asked.success) throw notFound('product');
    const { product } = asked.data;
    if (!('key' in body)) return seeOther(response, `/checkout?product=${encodeURIComponent(product)}`);
    return submit({
      response,
      schema: confirmation,
      body,
      act: async ({ key, amount, currency }) => {
        const order = await this.start.execute({
          personId: viewer.personId,
          items: [{ product }],
          idempotencyKey: key,
          expectedTotal: { amount, currency },
        });
        return order.checkoutUrl && order.status === 'pending' ? order.checkoutUrl : `/orders/${order.number}`;
      },
      view: async (form) =>
        CheckoutView({ page, quote: await this.quotes.execute({ items: [{ product }] }), product, key: newId(), form }),
    });
  }

  /** Where the payment page leads back to without a payment. */
  @Get(':number')
  cancelled(@Param('number') number: string, @Res({ passthrough: true }) response: Response): string {
    return seeOther(response, `/orders/${encodeURIComponent(number)}`);
  }

  /** Where the payment page leads after a payment. What the address claims is not believed: Stripe is asked. */
  @Get(':number/done')
  async done(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('number') number: string,
  ): Promise<JSX.Element> {
    const order = await this.queries.ofPerson(viewer.personId, number);
    if (!order) throw notFound('order');
    if (order.checkoutSessionId && !order.settledAt) await this.settle.execute(order.checkoutSessionId);
    return DoneView({ page, order: (await this.queries.ofPerson(viewer.personId, number))! });
  }
}

@PageController('orders')
@Allow('signed-in')
export class OrderPages {
  constructor(
    private readonly queries: OrderQueries,
    private readonly invoices: InvoiceQueries,
  ) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Query({ schema: z.object({ after: z.uuid().optional() }) }) query: { after?: string },
  ): Promise<JSX.Element> {
    const orders = await this.queries.listOf(viewer.personId, 21, query.after ?? null);
    return OrdersView({ page, orders: orders.slice(0, 20), next: orders.length > 20 ? orders[19]!.id : null });
  }

  @Get(':number')
  async show(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('number') number: string,
  ): Promise<JSX.Element> {
    const order = await this.queries.ofPerson(viewer.personId, number);
    if (!order) throw notFound('order');
    return OrderPage({ page, order, papers: await this.invoices.ofOrder(order.id) });
  }
}
