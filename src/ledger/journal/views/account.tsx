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
} from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import type { Account, AccountLine } from '../account.queries.js';
import type { AccountQuery } from '../journal.schemas.js';
import { accountKindWords, isDebitKind, kindOptions, kindWords } from './kind-words.js';
import { sides } from './sides.js';

export interface AccountPage {
  account: Account;
  currency: string;
  currencies: string[];
  sums: { opening: number; debit: number; credit: number };
  lines: AccountLine[];
  next: string | null;
}

interface Props extends AccountPage {
  page: PageContext;
  form: FormState;
  query: AccountQuery;
  /** What the lines are about, where the filter says so. */
  about: string[];
}

const columns = [
  { label: 'Entry' },
  { label: 'Date' },
  { label: 'What' },
  { label: 'Description' },
  { label: 'Debit', numeric: true },
  { label: 'Credit', numeric: true },
  { label: 'Balance', numeric: true },
];

export function AccountView({ page, form, query, about, ...shown }: Props): JSX.Element {
  const { account, currency, currencies, sums, lines, next } = shown;
  const sign = isDebitKind(account.kind) ? 1 : -1;
  const money = (amount: number) => formatMoney({ amount: amount * sign || 0, currency });
  const address = `/books/accounts/${account.code}`;
  const filter = { ...query, currency, after: undefined, limit: undefined };
  const title = `${account.code} ${account.name}`;
  return (
    <BooksLayout
      page={page}
      title={title}
      form={form}
      breadcrumbs={[{ href: '/books/accounts', label: 'Accounts' }, { label: title }]}

      lead={`${accountKindWords[account.kind]}.${about.length > 0 ? ` Only ${about.join(', ')}.` : ''}`}
    >
      <FilterBar
        action={address}
        label="Filter the account"
        clearHref={address}
        exportHref={filterAddress(`/api/books/accounts/${account.code}/postings.csv`, filter)}
      >
        <Field form={form} name="from" label="From" type="date" />
        <Field form={form} name="to" label="To" type="date" />
        <Select
          form={form}
          name="currency"
          label="Currency"
          options={currencies.map((value) => ({ value, label: value }))}
        />
        <Select form={form} name="kind" label="What" placeholder="Any" options={kindOptions} />
      </FilterBar>
      <Stats>
        <Stat label="Before" value={money(sums.opening)} />
        <Stat label="Debit" value={formatMoney({ amount: sums.debit, currency })} />
        <Stat label="Credit" value={formatMoney({ amount: sums.credit, currency })} />
        <Stat label="At the end" value={money(sums.opening + sums.debit - sums.credit)} />
      </Stats>
      {lines.length === 0 ? (
        <EmptyState title="Nothing in these days" text="Choose other days, or another currency." icon="book-open" />
      ) : (
        <Table
          caption={`Postings to ${title}`}
          columns={columns}
          rows={lines.map((line) => [
            <a href={`/books/journal/${line.entry}`}>{line.entry}</a>,
            <span class="nowrap" safe>
              {line.date}
            </span>,
            <span safe>{kindWords[line.kind]}</span>,
            <span safe>{line.description}</span>,
            ...sides(line.amount, currency),
            <span safe>{money(line.balance)}</span>,
          ])}
        />
      )}
      <Pagination nextHref={next ? filterAddress(address, { ...filter, after: next }) : undefined} />
    </BooksLayout>
  );
}
