import { formatMoney } from '../../../shared/index.js';
import {
  EmptyState,
  Field,
  filterAddress,
  FilterBar,
  type FormState,
  LinkButton,
  type PageContext,
  Pagination,
  Select,
  Table,
} from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import type { Account } from '../account.queries.js';
import type { EntryRow } from '../journal.queries.js';
import type { JournalQuery } from '../journal.schemas.js';
import { kindOptions, kindWords } from './kind-words.js';

interface Props {
  page: PageContext;
  form: FormState;
  query: JournalQuery;
  accounts: Account[];
  rows: EntryRow[];
  next: number | null;
  canPost: boolean;
}

const columns = [
  { label: 'No.' },
  { label: 'Date' },
  { label: 'What' },
  { label: 'Description' },
  { label: 'Order' },
  { label: 'Amount', numeric: true },
  { label: 'Posted by' },
];

export function JournalView({ page, form, query, accounts, rows, next, canPost }: Props): JSX.Element {
  const filter = { ...query, after: undefined, limit: undefined };
  const options = accounts.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  return (
    <BooksLayout
      page={page}
      title="Journal"
      form={form}
      lead="Every entry, newest first. Nothing here is ever edited or deleted. Dates are UTC."
      actions={
        canPost ? (
          <LinkButton href="/books/journal/new" look="secondary">
            Post an entry
          </LinkButton>
        ) : undefined
      }
    >
      <FilterBar action="/books/journal" label="Filter the journal" clearHref="/books/journal">
        <Field form={form} name="from" label="From" type="date" />
        <Field form={form} name="to" label="To" type="date" />
        <Select form={form} name="kind" label="What" placeholder="Any" options={kindOptions} />
        <Select form={form} name="account" label="Account" placeholder="Any" options={options} />
        <Field form={form} name="currency" label="Currency" size="short" maxlength={3} />
        <Field form={form} name="q" label="Number, order or Stripe id" type="search" />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState
          title="No entry matches"
          text="The books keep themselves: entries appear as money moves at Stripe."
          icon="book-open"
        />
      ) : (
        <Table caption="Entries" columns={columns} rows={rows.map(cells)} />
      )}
      <Pagination nextHref={next ? filterAddress('/books/journal', { ...filter, after: next }) : undefined} />
    </BooksLayout>
  );
}

function cells(row: EntryRow): JSX.Element[] {
  return [
    <a href={`/books/journal/${row.number}`}>{row.number}</a>,
    <span class="nowrap" safe>
      {row.date}
    </span>,
    <span safe>{kindWords[row.kind]}</span>,
    <span safe>{row.happenedOn ? `${row.description} (late: of ${row.happenedOn})` : row.description}</span>,
    row.orderNumber ? (
      <a class="nowrap" href={`/admin/orders/${row.orderNumber}`} safe>
        {row.orderNumber}
      </a>
    ) : (
      '–'
    ),
    <span safe>{row.sums.map(formatSum).join(', ')}</span>,
    <span safe>{row.postedBy ?? 'The product'}</span>,
  ];
}

const formatSum = (sum: { amount: number; currency: string }): string => formatMoney(sum);
