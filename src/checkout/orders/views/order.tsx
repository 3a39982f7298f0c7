import { formatInstant, formatMoney } from '../../../shared/index.js';
import {
  ActForm,
  Alert,
  Card,
  DefinitionList,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  PrintButton,
  Time,
  Timeline,
} from '../../../web/index.js';
import type { InvoiceRow } from '../../invoices/invoice.queries.js';
import { OrderPapers } from '../../invoices/views/order-papers.js';
import type { Instalment } from '../../plans/instalment.queries.js';
import { PlanCard } from '../../plans/views/plan-card.js';
import type { AfterSale } from '../../refunds/after-sale.queries.js';
import { tellAfterSale } from '../../refunds/after-sale-words.js';
import type { OrderView } from '../order.queries.js';
import { OrderStatusBadge, statusWords } from './order-status.js';
import { PromiseList } from './promise-list.js';
import { QuoteTable } from './quote-table.js';

interface Props {
  page: PageContext;
  order: OrderView;
  papers: InvoiceRow[];
  instalments: Instalment[];
  since: AfterSale;
}

/** One order: its receipt once it is paid, the way to pay while it is open. */
export function OrderPage({ page, order, papers, instalments, since }: Props): JSX.Element {
  const title = order.receiptNumber ? `Receipt ${order.receiptNumber}` : `Order ${order.number}`;
  return (
    <Layout
      page={page}
      title={title}
      width="form"
      scripts={['print']}
      breadcrumbs={[{ href: '/orders', label: 'Orders' }]}
    >
      <PageHeader title={title} actions={order.receiptNumber ? <AfterPaying order={order} /> : undefined} />
      <PayAgain page={page} order={order} />
      <Confirming order={order} />
      <PlanCard number={order.number} currency={order.currency} instalments={instalments} />
      <Since since={since} />
      <Card class="receipt">
        <DefinitionList items={factsOf(order)} />
        <QuoteTable quote={order.quote} />
      </Card>
      {order.terms ? (
        <Card title="What was promised">
          <PromiseList
            promise={order.terms}
            total={{ amount: order.total, currency: order.currency }}
            isOpen={order.status === 'pending'}
          />
        </Card>
      ) : (
        ''
      )}
      <OrderPapers papers={papers} />
    </Layout>
  );
}

function Since({ since }: { since: AfterSale }): JSX.Element {
  const events = tellAfterSale(since);
  if (events.length === 0) return '';
  return (
    <Card title="Since you paid">
      <Timeline events={events} />
    </Card>
  );
}

function PayAgain({ page, order }: { page: PageContext; order: OrderView }): JSX.Element {
  if (order.status !== 'pending' || !order.checkoutUrl || order.checkoutExpiresAt <= page.now) return '';
  return (
    <Alert kind="warning" title="Not paid yet">
      <p safe>{`The price is locked for you until ${formatInstant(order.checkoutExpiresAt)}.`}</p>
      <p>
        <LinkButton href={order.checkoutUrl}>Continue to payment</LinkButton>
      </p>
      <ActForm action={`/checkout/${order.number}/cancellation`} label="Cancel this checkout" look="quiet" />
    </Alert>
  );
}

function Confirming({ order }: { order: OrderView }): JSX.Element {
  if (order.status !== 'awaiting_payment') return '';
  return (
    <Alert kind="info" title="Your bank is confirming the payment">
      <p>
        That can take some days. Your courses open by themselves as soon as it does, and we write to you. Until then the
        order cannot be cancelled here, and nothing needs to be paid again.
      </p>
    </Alert>
  );
}

function factsOf(order: OrderView) {
  const always = [
    { term: 'Status', detail: <OrderStatusBadge status={order.status} isLost={order.isLost} /> },
    { term: 'Order', detail: <span safe>{order.number}</span> },
    { term: 'Ordered', detail: <Time at={order.createdAt} /> },
    { term: 'Buyer', detail: <span safe>{`${order.buyer.name}, ${order.buyer.email}`}</span> },
  ];
  const whole = [...always, ...forWhom(order)];
  if (!order.paidAt) return whole;
  const { paidAmount, tax, currency, taxDisplay } = order;
  const taxed = `${formatMoney({ amount: tax, currency })}, ${taxDisplay === 'added' ? 'on top of the prices' : 'in the prices'}`;
  return [
    ...whole,
    { term: 'Paid', detail: <Time at={order.paidAt} /> },
    { term: 'Paid with', detail: <span safe>{order.method ?? statusWords(order.status)}</span> },
    { term: 'Amount paid', detail: <span safe>{formatMoney({ amount: paidAmount, currency })}</span> },
    ...(tax > 0 ? [{ term: 'Tax', detail: <span safe>{taxed}</span> }] : []),
  ];
}

/** Whom a gift is for, and where its state is; of seats, where they are assigned. */
function forWhom({ purpose, recipient, settledAt }: OrderView) {
  if (purpose === 'seats') return [{ term: 'Seats', detail: <a href="/clinics">Assigned under Clinics</a> }];
  if (purpose !== 'gift' || !recipient) return [];
  const { name, email } = recipient;
  return [
    { term: 'A gift for', detail: <span safe>{`${name}, ${email}`}</span> },
    ...(settledAt ? [{ term: 'Whether it was accepted', detail: <a href="/gifts">See your gifts</a> }] : []),
  ];
}

const AfterPaying = ({ order }: { order: OrderView }): JSX.Element => (
  <>
    <PrintButton />
    <LinkButton href={`/orders/${order.number}/refund`} look="secondary">
      Refund
    </LinkButton>
  </>
);
