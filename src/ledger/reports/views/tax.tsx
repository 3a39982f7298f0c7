import { Field, filterAddress, FilterBar, type FormState, type PageContext, Table } from '../../../web/index.js';
import { accounts } from '../../journal/accounts.js';
import { BooksLayout } from '../../views/books-layout.js';
import { accountAddress } from '../addresses.js';
import type { TaxReport } from '../movement-reports.js';
import type { TaxReturn } from '../roll-forward.js';
import { EmptyBooks, Figure } from './parts.js';

interface Props {
  page: PageContext;
  form: FormState;
  report: TaxReport;
}

const columns = [
  { label: 'Jurisdiction' },
  ...['Owed before', 'Charged', 'Refunded', 'Paid or corrected', 'Owed at the end'].map((label) => ({
    label,
    numeric: true,
  })),
];

export function TaxView({ page, form, report }: Props): JSX.Element {
  const { from, to, currencies } = report;
  return (
    <BooksLayout
      page={page}
      address={filterAddress('/books/tax', { from, to })}
      form={form}
      title="Tax by jurisdiction"
      lead={`What was charged, refunded and is owed, from ${from} to ${to} (UTC, both days included).`}
    >
      <FilterBar
        action="/books/tax"
        label="Choose the days"
        clearHref="/books/tax"
        exportHref={filterAddress('/api/books/tax.csv', { from, to })}
      >
        <Field form={form} name="from" label="From" type="date" />
        <Field form={form} name="to" label="To" type="date" />
      </FilterBar>
      {currencies.length === 0 ? <EmptyBooks /> : ''}
      {currencies.map(({ currency, rows, total }) => (
        <div class="books-table">
          <Table
            caption={`Tax in ${currency}`}
            captionShown
            columns={columns}
            rows={rows.map((row) => [
              <span safe>{row.jurisdiction ?? 'Not named'}</span>,
              ...figuresOf(row, { currency, from, to, jurisdiction: row.jurisdiction }),
            ])}
            totals={['Total', ...figuresOf(total, { currency, from, to })]}
          />
        </div>
      ))}
      <p class="soft">
        Tax that was charged stays owed when a dispute is lost: no relief is assumed. What is handed to an office is
        booked by hand.
      </p>
    </BooksLayout>
  );
}

function figuresOf(
  { open, charged, refunded, paid, close }: TaxReturn['total'],
  part: { currency: string; from: string; to: string; jurisdiction?: string | null },
): JSX.Element[] {
  const of = (kind?: string) => accountAddress(accounts.tax, { ...part, kind });
  const figure = (amount: number, kind?: string) => <Figure amount={amount} currency={part.currency} href={of(kind)} />;
  return [figure(open), figure(charged, 'sale'), figure(refunded), figure(paid), figure(close)];
}
