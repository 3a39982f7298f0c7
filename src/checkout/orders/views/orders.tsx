import { formatMoney } from '../../../shared/index.js';
import {
  EmptyState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Pagination,
  Table,
  Time,
} from '../../../web/index.js';
import type { OrderView } from '../order.queries.js';
import { OrderStatusBadge } from './order-status.js';

interface Props {
  page: PageContext;
  orders: OrderView[];
  next: string | null;
}

export function OrdersView({ page, orders, next }: Props): JSX.Element {
  return (
    <Layout page={page} title="Orders" width="wide" tone="working">
      <PageHeader title="Orders" />
      {orders.length === 0 ? (
        <EmptyState title="Nothing bought yet" text="Your orders and receipts will be here." icon="receipt">
          <LinkButton href="/catalogue">See the catalogue</LinkButton>
        </EmptyState>
      ) : (
        <Table
          caption="Your orders, newest first"
          columns={[
            { label: 'Order' },
            { label: 'What' },
            { label: 'Ordered' },
            { label: 'Status' },
            { label: 'Total', numeric: true },
          ]}
          rows={orders.map((order) => [
            <a class="nowrap" href={`/orders/${order.number}`} safe>
              {order.number}
            </a>,
            <span safe>{order.quote.lines.map((line) => line.product.title).join('; ')}</span>,
            <Time at={order.createdAt} />,
            <OrderStatusBadge status={order.status} isLost={order.isLost} />,
            <span safe>{formatMoney({ amount: order.total, currency: order.currency })}</span>,
          ])}
        />
      )}
      {next ? <Pagination nextHref={`/orders?after=${next}`} /> : ''}
    </Layout>
  );
}
