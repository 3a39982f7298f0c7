import { disputeReason, type DisputeTotal, type RegisteredDispute } from '../../../checkout/index.js';
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
import type { DisputeQuery } from '../register-filters.js';
import { Figure } from './parts.js';

interface Props {
  page: PageContext;
  form: FormState;
  query: DisputeQuery;
  rows: RegisteredDispute[];
  totals: DisputeTotal[];
  next: string | null;
}

const standings = [
  { value: 'inquiry', label: 'Inquiry: nothing taken' },
  { value: 'open', label: 'Open: held by the bank' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
];
const columns = [
  { label: 'Dispute' },
  { label: 'Order' },
  { label: 'Opened' },
  { label: 'Amount', numeric: true },
  { label: 'Stands' },
  { label: 'Closed' },
  { label: 'Reason' },
];

export function DisputesView({ page, form, query, rows, totals, next }: Props): JSX.Element {
  const filter = { ...query, after: undefined, limit: undefined };
  return (
    <BooksLayout
      page={page}
      address={filterAddress('/books/disputes', filter)}
      form={form}
      title="Disputes"
      lead="Every payment that a bank questioned, newest first, by the day on which it did (UTC)."
    >
      <FilterBar
        action="/books/disputes"
        label="Filter disputes"
        clearHref="/books/disputes"
        exportHref={filterAddress('/api/books/disputes.csv', filter)}
      >
        <Field form={form} name="from" label="From" type="date" />
        <Field form={form} name="to" label="To" type="date" />
        <Select form={form} name="standing" label="Stands" placeholder="Any" options={standings} />
        <Field form={form} name="currency" label="Currency" size="short" maxlength={3} />
        <Field form={form} name="q" label="Order or Stripe id" type="search" />
      </FilterBar>
      <Stats>
        {totals.map((total) => (
          <Totals total={total} />
        ))}
      </Stats>
      {rows.length === 0 ? (
        <EmptyState
          title="No dispute matches"
          text="Change the filter, or clear it to see every dispute."
          icon="scale"
        />
      ) : (
        <div class="books-table">
          <Table caption="Disputes" columns={columns} rows={rows.map(cells)} />
        </div>
      )}
      <Pagination nextHref={next ? filterAddress('/books/disputes', { ...query, after: next }) : undefined} />
    </BooksLayout>
  );
}

function Totals({ total: { currency, count, open, won, lost } }: { total: DisputeTotal }): JSX.Element {
  const amount = (value: number) => formatMoney({ amount: value, currency });
  return (
    <>
      <Stat
        label={`Open, ${currency}`}
        value={amount(open)}
        note={count === 1 ? '1 dispute in all' : `${count} disputes in all`}
      />
      <Stat label={`Won, ${currency}`} value={amount(won)} />
      <Stat label={`Lost, ${currency}`} value={amount(lost)} />
    </>
  );
}

const cells = (row: RegisteredDispute): JSX.Element[] => [
  <a href={`/admin/disputes/${row.id}`}>
    <code safe>{row.id}</code>
  </a>,
  <a class="nowrap" href={`/admin/orders/${row.orderNumber}`} safe>
    {row.orderNumber}
  </a>,
  <Time at={row.openedAt} />,
  <Figure amount={row.amount} currency={row.currency} />,
  <span safe>{standings.find(({ value }) => value === row.standing)?.label ?? row.standing}</span>,
  row.closedAt ? <Time at={row.closedAt} date /> : '',
  <span safe>{disputeReason(row.reason)}</span>,
];
