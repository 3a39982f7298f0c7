import { formatMoney } from '../../../shared/index.js';
import {
  ActForm,
  DefinitionList,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Stat,
  Stats,
  Time,
  Timeline,
} from '../../../web/index.js';
import type { InvoiceRow } from '../../invoices/invoice.queries.js';
import { OrderPapers } from '../../invoices/views/order-papers.js';
import { OrderStatusBadge } from '../../orders/views/order-status.js';
import type { DeskOrder } from '../desk-order.queries.js';
import { moneyOf } from '../order-money.js';
import type { Happening } from '../story.queries.js';
import { tell, words } from '../story-words.js';
import { DeskLineTable } from './desk-line.js';
import { MoneyBack, Payments } from './desk-money.js';
import { deskAddress, purposeWords } from './orders-desk.js';

interface Props {
  page: PageContext;
  form: FormState;
  order: DeskOrder;
  story: Happening[];
  papers: InvoiceRow[];
}

/** One order as staff see it: what it is, what money moved, who has access by it, and its whole story. */
export function DeskOrderView({ page, form, order, story, papers }: Props): JSX.Element {
  const title = `Order ${order.number}`;
  return (
    <Layout
      page={page}
      title={title}
      width="wide"
      tone="working"
      form={form}
      breadcrumbs={[{ href: deskAddress, label: 'Orders' }, { label: order.number }]}
    >
      <FormErrors form={form} />
      <PageHeader title={title} meta={<OrderStatusBadge status={order.status} />} />
      <Acts page={page} order={order} />
      <Money order={order} />
      <div class="desk-order">
        <div class="stack">
          <section class="section">
            <h2>About</h2>
            <DefinitionList items={about(order)} />
          </section>
          <section class="section">
            <h2>Lines and access now</h2>
            {order.lines.map((line) => (
              <DeskLineTable currency={order.currency} line={line} />
            ))}
          </section>
          <Payments order={order} />
          <MoneyBack order={order} />
          <OrderPapers papers={papers} />
        </div>
        <section class="section">
          <h2>What happened</h2>
          <Timeline events={tell(story)} />
        </section>
      </div>
    </Layout>
  );
}

function Acts({ page, order }: { page: PageContext; order: DeskOrder }): JSX.Element {
  if (!page.viewer?.roles.includes('admin')) return '';
  return (
    <div class="cluster">
      {order.sessionId ? (
        <ActForm action={`${deskAddress}/${order.number}/stripe-look`} label="Ask Stripe again" icon="refresh-cw" />
      ) : (
        ''
      )}
      {order.settledAt ? (
        <LinkButton href={`${deskAddress}/${order.number}/refund`} look="secondary" icon="undo-2">
          Refund
        </LinkButton>
      ) : (
        ''
      )}
      {order.receiptNumber ? (
        <ActForm action={`${deskAddress}/${order.number}/receipt-mail`} label="Send the receipt again" icon="mail" />
      ) : (
        ''
      )}
    </div>
  );
}

function Money({ order }: { order: DeskOrder }): JSX.Element {
  const { paid, tax, refunded, lost, left } = moneyOf(order);
  const shown = (amount: number) => formatMoney({ amount, currency: order.currency });
  return (
    <Stats>
      <Stat label="Total" value={shown(order.total)} note={taxNotes[order.taxDisplay]} />
      <Stat label="Paid" value={shown(paid)} note={tax > 0 ? `of it tax ${shown(tax)}` : undefined} />
      <Stat label="Refunded" value={shown(refunded)} />
      {lost > 0 ? <Stat label="Lost to disputes" value={shown(lost)} /> : ''}
      <Stat label="Left" value={shown(left)} />
    </Stats>
  );
}

const taxNotes = { none: undefined, included: 'tax included', added: 'before tax' } as const;

function about(order: DeskOrder) {
  const { buyer, recipient, sessionId, quote, settledAt, endedReason } = order;
  return [
    { term: 'Buyer', detail: <span safe>{`${buyer.name}, ${buyer.email}`}</span> },
    { term: 'For', detail: <span>{purposeWords[order.purpose]}</span> },
    ...(recipient ? [{ term: 'Recipient', detail: <span safe>{`${recipient.name}, ${recipient.email}`}</span> }] : []),
    { term: 'Market', detail: <span safe>{order.marketLabel}</span> },
    ...(quote.code ? [{ term: 'Code', detail: <span safe>{`${quote.code.code}: ${quote.code.label}`}</span> }] : []),
    { term: 'Ordered', detail: <Time at={order.placedAt} /> },
    { term: 'Price locked until', detail: <Time at={order.lockedUntil} /> },
    ...(settledAt ? [{ term: 'Settled', detail: <Time at={settledAt} /> }] : []),
    ...(endedReason ? [{ term: 'Closed because', detail: <span safe>{words(endedReason)}</span> }] : []),
    ...(order.receiptNumber ? [{ term: 'Receipt', detail: <span safe>{order.receiptNumber}</span> }] : []),
    ...(sessionId ? [{ term: 'Stripe session', detail: <code safe>{sessionId}</code> }] : []),
  ];
}
