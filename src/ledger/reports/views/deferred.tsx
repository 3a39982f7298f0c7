import {
  Field,
  filterAddress,
  FilterBar,
  type FormState,
  type PageContext,
  Select,
  Table,
} from '../../../web/index.js';
import { accounts } from '../../journal/accounts.js';
import { BooksLayout } from '../../views/books-layout.js';
import { accountAddress } from '../addresses.js';
import { monthName } from '../month-names.js';
import type { DeferredReport } from '../movement-reports.js';
import { EmptyBooks, Figure } from './parts.js';

interface Props {
  page: PageContext;
  form: FormState;
  report: DeferredReport;
}
type Row = DeferredReport['rows'][number];

const ways = [
  { value: 'course', label: 'By course' },
  { value: 'cohort', label: 'By month of sale' },
  { value: 'both', label: 'By course and month of sale' },
];
const amounts = ['Open', 'Sold', 'Recognised', 'Refunded or lost', 'Corrected', 'Close'];

export function DeferredView({ page, form, report }: Props): JSX.Element {
  const { month, currency, currencies, by, rows, total } = report;
  const heads = { course: ['Course'], cohort: ['Sold in'], both: ['Course', 'Sold in'] }[by];
  return (
    <BooksLayout
      page={page}
      address={filterAddress('/books/deferred', { month: month.slice(0, 7), currency, by })}
      form={form}
      title={`Deferred revenue in ${monthName(month)}`}
      lead="What was paid for and is not earned yet: open + sold − recognised − refunded or lost + corrected = close."
    >
      <FilterBar
        action="/books/deferred"
        label="Choose the month"
        clearHref="/books/deferred"
        exportHref={filterAddress('/api/books/deferred.csv', { month: month.slice(0, 7), currency, by })}
      >
        <Field form={form} name="month" label="Month" type="month" help="For example 2026-10" />
        <Select
          form={form}
          name="currency"
          label="Currency"
          options={(currencies.length > 0 ? currencies : [currency]).map((value) => ({ value, label: value }))}
        />
        <Select form={form} name="by" label="Rows" options={ways} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyBooks />
      ) : (
        <div class="books-table">
          <Table
            caption={`Roll-forward of deferred revenue in ${currency}`}
            columns={[...heads.map((label) => ({ label })), ...amounts.map((label) => ({ label, numeric: true }))]}
            rows={rows.map((row) => [...headsOf(row), ...figuresOf(row, report, row)])}
            totals={[...heads.map((_head, index) => (index === 0 ? 'Total' : '')), ...figuresOf(total, report)]}
          />
        </div>
      )}
    </BooksLayout>
  );
}

const headsOf = ({ course, cohort }: Row): JSX.Element[] =>
  [course, cohort === undefined ? undefined : cohort ? monthName(cohort) : 'Not named']
    .filter((word) => word !== undefined)
    .map((word) => <span safe>{word}</span>);

/** The figures of a row, each leading to its postings; sums lead to those of the whole account. */
function figuresOf(
  { open, sold, recognised, returned, corrected, close }: DeferredReport['total'],
  { currency, from, to }: DeferredReport,
  { courseId: course, cohort }: Pick<Row, 'courseId' | 'cohort'> = { courseId: undefined, cohort: undefined },
): JSX.Element[] {
  const of = (kind?: string) => accountAddress(accounts.deferred, { currency, from, to, kind, course, cohort });
  const figure = (amount: number, href: string) => <Figure amount={amount} currency={currency} href={href} />;
  return [
    figure(open, of()),
    figure(sold, of('sale')),
    figure(recognised, of('recognition')),
    figure(returned, of()),
    figure(corrected, of()),
    figure(close, of()),
  ];
}
