import { Field, filterAddress, FilterBar, type FormState, type PageContext } from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import { accountAddress } from '../addresses.js';
import type { IncomeReport } from '../statement-reports.js';
import type { IncomeStatement, StatementLine } from '../statements.js';
import { EmptyBooks } from './parts.js';
import { ExchangeNote } from './exchange-note.js';
import { StatementTable } from './statement-table.js';

interface Props {
  page: PageContext;
  form: FormState;
  report: IncomeReport;
}

export function IncomeStatementView({ page, form, report }: Props): JSX.Element {
  const { from, to, currencies } = report;
  return (
    <BooksLayout
      page={page}
      address={filterAddress('/books/income-statement', { from, to })}
      form={form}
      title="Income statement"
      lead={`What was earned from ${from} to ${to} (UTC, both days included), and what it cost.`}
    >
      <FilterBar
        action="/books/income-statement"
        label="Choose the days"
        clearHref="/books/income-statement"
        exportHref={filterAddress('/api/books/income-statement.csv', { from, to })}
      >
        <Field form={form} name="from" label="From" type="date" />
        <Field form={form} name="to" label="To" type="date" />
      </FilterBar>
      {currencies.length === 0 ? <EmptyBooks /> : ''}
      {currencies.map((statement) => (
        <Statement statement={statement} from={from} to={to} />
      ))}
      <ExchangeNote lines={currencies.flatMap(({ expenses }) => expenses)} />
    </BooksLayout>
  );
}

function Statement({ statement, from, to }: { statement: IncomeStatement; from: string; to: string }): JSX.Element {
  const { currency, income, expenses, totalIncome, totalExpenses, result } = statement;
  const linked = (lines: StatementLine[]) =>
    lines.map(({ code, name, amount }) => ({
      ...{ name: `${code} ${name}`, amount },
      href: accountAddress(code, { currency, from, to }),
    }));
  return (
    <StatementTable
      caption={`Income statement in ${currency}`}
      currency={currency}
      parts={[
        { title: 'Income', lines: linked(income), total: totalIncome },
        { title: 'Expenses', lines: linked(expenses), total: totalExpenses },
      ]}
      end={{ name: 'Result', amount: result }}
    />
  );
}
