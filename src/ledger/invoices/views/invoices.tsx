import type { InvoiceRow, InvoiceTotal } from '../../../checkout/index.js';
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
import type { InvoiceQuery } from '../invoice-filter.js';

interface Props {
  page: PageContext;
  form: FormState;
  query: InvoiceQuery;
  rows: InvoiceRow[];
  totals: InvoiceTotal[];
  series: { code: string; last: number }[];
  next: string | null;
}

const kinds = [
  { value: 'invoice', label: 'Invoice' },
  { value: 'credit_note', label: 'Credit note' },
  { value: 'debit_note', label: 'Debit note' },
];
const columns = [
  { label: 'Number' },
  { label: 'Kind' },
  { label: 'Issued' },
  { label: 'Order' },
  { label: 'Customer' },
  { label: 'Net', numeric: true },
  { label: 'Tax', numeric: true },
  { label: 'Gross', numeric: true },
];

export function InvoicesView({ page, form, query, rows, totals, series, next }: Props): JSX.Element {
  const filter = { ...query, after: undefined, limit: undefined };
  return (
    <BooksLayout
      page={page}
      address={filterAddress('/books/invoices', filter)}
      form={form}
      title="Invoices and credit notes"
      lead="Every document, newest first. Numbers of a series have no gaps. Dates are UTC."
    >
      <FilterBar
        action="/books/invoices"
        label="Filter documents"
        clearHref="/books/invoices"
        exportHref={filterAddress('/api/books/invoices.csv', filter)}
      >
        <Field form={form} name="from" label="From" type="date" />
        <Field form={form} name="to" label="To" type="date" />
        <Select form={form} name="kind" label="Kind" placeholder="Any" options={kinds} />
        <Select form={form} name="series" label="Series" placeholder="Any" options={series.map(seriesOption)} />
        <Field form={form} name="currency" label="Currency" size="short" maxlength={3} />
        <Field form={form} name="q" label="Number, order, name or e-mail" type="search" />
      </FilterBar>
      <Stats>
        {totals.map((total) => (
          <Stat
            label={`Gross, ${total.currency}`}
            value={formatMoney({ amount: total.gross, currency: total.currency })}
            note={`${countOf(total.count)}, tax ${formatMoney({ amount: total.tax, currency: total.currency })}`}
          />
        ))}
      </Stats>
      {rows.length === 0 ? (
        <EmptyState
          title="No document matches"
          text="An invoice is issued for each payment, a credit note for each refund."
          icon="file-text"
        />
      ) : (
        <Table caption="Invoices and credit notes" columns={columns} rows={rows.map(cells)} />
      )}
      <Pagination nextHref={next ? filterAddress('/books/invoices', { ...query, after: next }) : undefined} />
    </BooksLayout>
  );
}

const seriesOption = ({ code, last }: { code: string; last: number }) => ({
  value: code,
  label: `${code} (up to ${last})`,
});
const countOf = (count: number) => (count === 1 ? '1 document' : `${count} documents`);

function cells(row: InvoiceRow): JSX.Element[] {
  const amount = (value: number) => <span safe>{formatMoney({ amount: value, currency: row.currency })}</span>;
  return [
    <a class="nowrap" href={`/invoices/${row.number}`} safe>
      {row.number}
    </a>,
    <span safe>{kinds.find((kind) => kind.value === row.kind)!.label}</span>,
    <Time at={row.issuedAt} />,
    <span class="nowrap" safe>
      {row.orderNumber}
    </span>,
    <span safe>{`${row.customerName} (${row.customerEmail})`}</span>,
    amount(row.net),
    amount(row.tax),
    amount(row.gross),
  ];
}
