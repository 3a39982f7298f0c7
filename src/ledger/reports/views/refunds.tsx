import type { RefundTotal, RegisteredRefund } from '../../../checkout/index.js';
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
import type { RefundQuery } from '../register-filters.js';
import { Figure } from './parts.js';

interface Props {
  page: PageContext;
  form: FormState;
  query: RefundQuery;
  rows: RegisteredRefund[];
  totals: RefundTotal[];
  next: string | null;
}

const statuses = [
  { value: 'open', label: 'Being sent' },
  { value: 'sent', label: 'On its way' },
  { value: 'succeeded', label: 'Arrived' },
  { value: 'failed', label: 'Failed' },
];
const causes = [
  { value: 'request', label: 'The buyer asked' },
  { value: 'staff', label: 'By staff' },
  { value: 'dashboard', label: 'Made at Stripe' },
  { value: 'ineligible', label: 'Not entitled to study it' },
  { value: 'credit', label: 'Lost upgrade credit' },
  { value: 'late', label: 'Paid too late' },
];
const columns = [
  { label: 'Order' },
  { label: 'Made' },
  { label: 'Amount', numeric: true },
  { label: 'Tax in it', numeric: true },
  { label: 'Status' },
  { label: 'Cause' },
  { label: 'What' },
  { label: 'At Stripe' },
];

export function RefundsView({ page, form, query, rows, totals, next }: Props): JSX.Element {
  const filter = { ...query, after: undefined, limit: undefined };
  return (
    <BooksLayout
      page={page}
      address={filterAddress('/books/refunds', filter)}
      form={form}
      title="Refunds"
      lead="Every amount given back, newest first, by the day on which it was made (UTC)."
    >
      <FilterBar
        action="/books/refunds"
        label="Filter refunds"
        clearHref="/books/refunds"
        exportHref={filterAddress('/api/books/refunds.csv', filter)}
      >
        <Field form={form} name="from" label="From" type="date" />
        <Field form={form} name="to" label="To" type="date" />
        <Select form={form} name="status" label="Status" placeholder="Any" options={statuses} />
        <Select form={form} name="cause" label="Cause" placeholder="Any" options={causes} />
        <Field form={form} name="currency" label="Currency" size="short" maxlength={3} />
        <Field form={form} name="q" label="Order, course or Stripe id" type="search" />
      </FilterBar>
      <Stats>
        {totals.map((total) => (
          <Stat label={`Given back, ${total.currency}`} value={formatMoney(total)} note={noteOf(total)} />
        ))}
      </Stats>
      {rows.length === 0 ? (
        <EmptyState
          title="No refund matches"
          text="Change the filter, or clear it to see every refund."
          icon="undo-2"
        />
      ) : (
        <div class="books-table">
          <Table caption="Refunds" columns={columns} rows={rows.map(cells)} />
        </div>
      )}
      <Pagination nextHref={next ? filterAddress('/books/refunds', { ...query, after: next }) : undefined} />
    </BooksLayout>
  );
}

function noteOf({ count, tax, failed, currency }: RefundTotal): string {
  const refunds = count === 1 ? '1 refund' : `${count} refunds`;
  const parts = [
    refunds,
    tax > 0 && `${formatMoney({ amount: tax, currency })} of it tax`,
    failed > 0 && `${failed} failed`,
  ];
  return parts.filter(Boolean).join(', ');
}

const wordOf = (options: { value: string; label: string }[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value;

const cells = (row: RegisteredRefund): JSX.Element[] => [
  <a class="nowrap" href={`/admin/orders/${row.orderNumber}`} safe>
    {row.orderNumber}
  </a>,
  <Time at={row.createdAt} />,
  <Figure amount={row.amount} currency={row.currency} />,
  <Figure amount={row.tax} currency={row.currency} />,
  <span safe>{wordOf(statuses, row.status)}</span>,
  <span safe>{wordOf(causes, row.cause)}</span>,
  <span safe>{row.what}</span>,
  <code safe>{row.stripeRefunds.join(' ')}</code>,
];
