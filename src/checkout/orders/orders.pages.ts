import { Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
import { Allow, CurrentViewer, Page, PageController, type PageContext, type Viewer } from '../../web/index.js';
import { InvoiceQueries } from '../invoices/invoice.queries.js';
import { InstalmentQueries } from '../plans/instalment.queries.js';
import { AfterSaleQueries } from '../refunds/after-sale.queries.js';
import { OrderQueries } from './order.queries.js';
import { OrderPage } from './views/order.js';
import { OrdersView } from './views/orders.js';

const pageOfOrders = z.object({ after: z.uuid().optional() });

@PageController('orders')
@Allow('signed-in')
export class OrderPages {
  constructor(
    private readonly queries: OrderQueries,
    private readonly invoices: InvoiceQueries,
    private readonly instalments: InstalmentQueries,
    private readonly afterSale: AfterSaleQueries,
  ) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Query({ schema: pageOfOrders }) query: z.infer<typeof pageOfOrders>,
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
    const [papers, since, instalments] = await Promise.all([
      this.invoices.ofOrder(order.id),
      this.afterSale.of(order.id),
      order.plan ? this.instalments.ofOrder(order.id) : [],
    ]);
    return OrderPage({ page, order, papers, since, instalments });
  }
}
