import type { PaymentRow, PaymentTotal } from '../../../checkout/index.js';
import { formatMoney } from '../../../shared/index.js';
import {
  EmptyState,
  Field,
  filterAddress,
  FilterBar,
  type FormState,
  type PageContext,
  Pagination,
  Select,
  Stat,
  Stats,
  Table,
  Time,
} from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import type { PaymentQuery } from '../payment-filter.js';

interface Props {
  page: PageContext;
  form: FormState;
  query: PaymentQuery;
  rows: PaymentRow[];
  totals: PaymentTotal[];
  next: string | null;
}

const statuses = [
  { value: 'paid', label: 'Paid' },
  { value: 'partially_refunded', label: 'Partly refunded' },
  { value: 'refunded', label: 'Refunded' },
  { value: 'disputed', label: 'Disputed' },
];
const columns = [
  { label: 'Order' },
  { label: 'Paid' },
  { label: 'Amount', numeric: true },
  { label: 'Status' },
  { label: 'Buyer' },
  { label: 'What' },
  { label: 'Method' },
  { label: 'Stripe id' },
];

export function PaymentsView({ page, form, query, rows, totals, next }: Props): JSX.Element {
  const filter = { ...query, after: undefined, limit: undefined };
  return (
    <BooksLayout
      page={page}
      address={filterAddress('/books/payments', filter)}
      form={form}
      title="Payments"
      lead="Every payment received, newest first. Dates are UTC."
    >
      <FilterBar
        action="/books/payments"
        label="Filter payments"
        clearHref="/books/payments"
        exportHref={filterAddress('/api/books/payments.csv', filter)}
      >
        <Field form={form} name="from" label="From" type="date" />
        <Field form={form} name="to" label="To" type="date" />
        <Select form={form} name="status" label="Status" placeholder="Any" options={statuses} />
        <Field form={form} name="currency" label="Currency" size="short" maxlength={3} />
        <Field form={form} name="q" label="Name, e-mail, order or Stripe id" type="search" />
      </FilterBar>
      <Stats>
        {totals.map((total) => (
          <>
            <Stat label={`Received, ${total.currency}`} value={formatMoney(total)} note={countOf(total.count)} />
            <Stat
              label={`Refunded of these, ${total.currency}`}
              value={formatMoney({ amount: total.refunded, currency: total.currency })}
            />
            <Stat
              label={`Left of these, ${total.currency}`}
              value={formatMoney({ amount: total.amount - total.refunded, currency: total.currency })}
              note="Before Stripe's fees"
            />
          </>
        ))}
      </Stats>
      {rows.length === 0 ? (
        <EmptyState
          title="No payment matches"
          text="Change the filter, or clear it to see every payment."
          icon="receipt"
        />
      ) : (
        <Table caption="Payments" columns={columns} rows={rows.map(cells)} />
      )}
      {next ? <Pagination nextHref={filterAddress('/books/payments', { ...query, after: next })} /> : ''}
    </BooksLayout>
  );
}

const countOf = (count: number) => (count === 1 ? '1 payment' : `${count} payments`);

const cells = (row: PaymentRow): JSX.Element[] => [
  <span class="nowrap" safe>
    {row.orderNumber}
  </span>,
  <Time at={row.paidAt} />,
  <span safe>{formatMoney(row)}</span>,
  <span safe>{statuses.find((status) => status.value === row.status)?.label ?? row.status}</span>,
  <span safe>{`${row.buyerName} (${row.buyerEmail})`}</span>,
  <span safe>{row.what}</span>,
  <span safe>{row.method}</span>,
  <code safe>{row.paymentIntent}</code>,
];
