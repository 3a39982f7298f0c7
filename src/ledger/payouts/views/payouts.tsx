import type { PayoutRow, PayoutTotal } from '../../../checkout/index.js';
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
import type { PayoutQuery } from '../payout-filter.js';
import { VerdictBadge, verdicts } from './payout-verdict.js';

interface Props {
  page: PageContext;
  form: FormState;
  query: PayoutQuery;
  rows: PayoutRow[];
  totals: PayoutTotal[];
  next: string | null;
}

const columns = [
  { label: 'Payout' },
  { label: 'Created' },
  { label: 'Arrives' },
  { label: 'Status' },
  { label: 'Matched' },
  { label: 'Transactions', numeric: true },
  { label: 'Their sum', numeric: true },
  { label: 'Amount', numeric: true },
];

export function PayoutsView({ page, form, query, rows, totals, next }: Props): JSX.Element {
  const filter = { ...query, after: undefined, limit: undefined };
  return (
    <BooksLayout
      page={page}
      address={filterAddress('/books/payouts', filter)}
      form={form}
      title="Payouts"
      lead="What Stripe sent to the bank, and whether the transactions it names make it up. Dates are UTC."
    >
      <FilterBar
        action="/books/payouts"
        label="Filter payouts"
        clearHref="/books/payouts"
        exportHref={filterAddress('/api/books/payouts.csv', filter)}
      >
        <Field form={form} name="from" label="From" type="date" />
        <Field form={form} name="to" label="To" type="date" />
        <Select form={form} name="verdict" label="Matched" placeholder="Any" options={verdicts} />
        <Field form={form} name="currency" label="Currency" size="short" maxlength={3} />
        <Field form={form} name="q" label="Payout, transaction, charge or refund id" type="search" />
      </FilterBar>
      <Stats>
        {totals.map((total) => (
          <Stat
            label={`Paid out, ${total.currency}`}
            value={formatMoney(total)}
            note={noteOf(total)}
            href={
              total.differences > 0
                ? filterAddress('/books/payouts', { ...filter, currency: total.currency, verdict: 'difference' })
                : undefined
            }
          />
        ))}
      </Stats>
      {rows.length === 0 ? (
        <EmptyState
          title="No payout matches"
          text="Payouts appear here as Stripe sends them to the bank."
          icon="landmark"
        />
      ) : (
        <Table caption="Payouts" columns={columns} rows={rows.map(cells)} />
      )}
      <Pagination nextHref={next ? filterAddress('/books/payouts', { ...filter, after: next }) : undefined} />
    </BooksLayout>
  );
}

function noteOf({ count, failed, differences }: PayoutTotal): string {
  const payouts = count === 1 ? '1 payout' : `${count} payouts`;
  return [payouts, failed > 0 && `${failed} failed`, differences > 0 && `${differences} with a difference`]
    .filter(Boolean)
    .join(', ');
}

function cells(row: PayoutRow): JSX.Element[] {
  const shown = (amount: number) => <span safe>{formatMoney({ amount, currency: row.currency })}</span>;
  return [
    <a href={`/books/payouts/${row.id}`}>
      <code safe>{row.id}</code>
    </a>,
    <Time at={row.createdAt} date />,
    <Time at={row.arrivesAt} date />,
    <span safe>{row.failure ? `${row.status}: ${row.failure}` : row.status}</span>,
    <VerdictBadge verdict={row.verdict} />,
    <span>{row.transactions}</span>,
    row.transactionsNet === null ? '–' : shown(row.transactionsNet),
    shown(row.amount),
  ];
}
