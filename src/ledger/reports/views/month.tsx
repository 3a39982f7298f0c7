import { formatMoney, money } from '../../../shared/index.js';
import { EmptyState, Field, FilterBar, type FormState, type PageContext, Select } from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import { monthAddress } from '../addresses.js';
import { monthName } from '../month-names.js';
import type { MonthReport } from '../month-report.js';
import { nextMonth } from '../../journal/months.js';
import { MonthCharts } from './month-charts.js';
import { MonthStats } from './month-stats.js';
import { Offers } from './offers.js';

interface Props {
  page: PageContext;
  form: FormState;
  report: MonthReport;
}

const spans = [
  { value: '12', label: '12 months' },
  { value: '36', label: '36 months' },
];

/** What an accountant looks at first: one month in one currency, each figure a link to what it is made of. */
export function MonthView({ page, form, report }: Props): JSX.Element {
  const { month, currency, currencies } = report;
  return (
    <BooksLayout
      page={page}
      address={monthAddress(report, month)}
      form={form}
      title={`${monthName(month)} in ${currency}`}
      lead="The month at a glance. Days are UTC; every figure leads to what it is made of."
    >
      <FilterBar action="/books" label="Choose the month" clearHref="/books">
        <Field form={form} name="month" label="Month" type="month" help="For example 2026-10" />
        <Select
          form={form}
          name="currency"
          label="Currency"
          options={(currencies.length > 0 ? currencies : [currency]).map((value) => ({ value, label: value }))}
        />
        <Select form={form} name="span" label="Charts over" options={spans} />
      </FilterBar>
      <Neighbours report={report} />
      {currencies.length === 0 ? (
        <EmptyState
          icon="book-open"
          title="Nothing is booked yet"
          text="Sales, refunds, disputes and payouts are booked by themselves, minutes after they happen at Stripe."
        />
      ) : (
        <>
          <MonthStats report={report} />
          <MonthCharts report={report} format={(value) => formatMoney(money(Math.round(value), currency))} />
          <Offers report={report} />
        </>
      )}
    </BooksLayout>
  );
}

function Neighbours({ report }: { report: MonthReport }): JSX.Element {
  const { month, months, hasBefore, hasAfter } = report;
  const before = hasBefore ? (months.at(-2) ?? null) : null;
  const after = hasAfter ? nextMonth(month) : null;
  if (!before && !after) return '';
  return (
    <nav class="cluster no-print" aria-label="Months">
      {[before, after].map((other) =>
        other ? (
          <a href={monthAddress(report, other)} safe>
            {monthName(other)}
          </a>
        ) : (
          ''
        ),
      )}
    </nav>
  );
}
