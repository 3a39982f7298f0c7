import { Field, filterAddress, FilterBar, type FormState, type PageContext } from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import { accountAddress } from '../addresses.js';
import type { BalanceSheetReport } from '../statement-reports.js';
import type { BalanceSheet, StatementLine } from '../statements.js';
import { EmptyBooks } from './parts.js';
import { StatementTable } from './statement-table.js';

interface Props {
  page: PageContext;
  form: FormState;
  report: BalanceSheetReport;
}

export function BalanceSheetView({ page, form, report }: Props): JSX.Element {
  const { at, since, currencies } = report;
  return (
    <BooksLayout
      page={page}
      address={filterAddress('/books/balance-sheet', { at })}
      form={form}
      title="Balance sheet"
      lead={`What there is at the end of ${at} (UTC), and whose it is.`}
    >
      <FilterBar
        action="/books/balance-sheet"
        label="Choose the day"
        clearHref="/books/balance-sheet"
        exportHref={filterAddress('/api/books/balance-sheet.csv', { at })}
      >
        <Field form={form} name="at" label="At the end of" type="date" />
      </FilterBar>
      {currencies.length === 0 ? <EmptyBooks /> : ''}
      {currencies.map((sheet) => (
        <Sheet sheet={sheet} since={since} at={at} />
      ))}
      {currencies.length > 1 ? (
        <p class="soft">
          The result of each currency contains what was exchanged into or out of it (5030): what was sold in one
          currency and settled in another makes the one look poorer and the other richer.
        </p>
      ) : (
        ''
      )}
    </BooksLayout>
  );
}

function Sheet({ sheet, since, at }: { sheet: BalanceSheet; since: string; at: string }): JSX.Element {
  const { currency, assets, liabilities, equity, earlierResult, result } = sheet;
  const year = `${at.slice(0, 4)}-01-01`;
  const linked = (lines: StatementLine[]) =>
    lines.map(({ code, name, amount }) => ({
      ...{ name: `${code} ${name}`, amount },
      href: accountAddress(code, { currency, from: since, to: at }),
    }));
  const statement = (from: string, to: string) => filterAddress('/books/income-statement', { from, to });
  const results = [
    ...(earlierResult === 0
      ? []
      : [{ name: 'Result of earlier years', amount: earlierResult, href: statement(since, yearEnd(at)) }]),
    { name: `Result of ${at.slice(0, 4)}`, amount: result, href: statement(year, at) },
  ];
  return (
    <StatementTable
      caption={`Balance sheet in ${currency}`}
      currency={currency}
      parts={[
        { title: 'Assets', lines: linked(assets), total: sheet.totalAssets },
        { title: 'Liabilities', lines: linked(liabilities), total: sheet.totalLiabilities },
        { title: 'Equity', lines: [...linked(equity), ...results], total: sheet.totalEquity },
      ]}
      end={{ name: 'Liabilities and equity', amount: sheet.totalLiabilities + sheet.totalEquity }}
    />
  );
}

/** The last day of the year before. */
const yearEnd = (at: string): string => `${Number(at.slice(0, 4)) - 1}-12-31`;
