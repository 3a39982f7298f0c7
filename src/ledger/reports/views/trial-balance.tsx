import { Field, filterAddress, FilterBar, type FormState, type PageContext, Table } from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import { accountAddress } from '../addresses.js';
import type { TrialBalanceReport } from '../statement-reports.js';
import { EmptyBooks, Figure } from './parts.js';

interface Props {
  page: PageContext;
  form: FormState;
  report: TrialBalanceReport;
}

const columns = [{ label: 'Account' }, { label: 'Debit', numeric: true }, { label: 'Credit', numeric: true }];

export function TrialBalanceView({ page, form, report }: Props): JSX.Element {
  const { at, since, currencies } = report;
  return (
    <BooksLayout
      page={page}
      address={filterAddress('/books/trial-balance', { at })}
      form={form}
      title="Trial balance"
      lead={`Every account with what is on it at the end of ${at} (UTC). In each currency both sides come to the same.`}
    >
      <FilterBar
        action="/books/trial-balance"
        label="Choose the day"
        clearHref="/books/trial-balance"
        exportHref={filterAddress('/api/books/trial-balance.csv', { at })}
      >
        <Field form={form} name="at" label="At the end of" type="date" />
      </FilterBar>
      {currencies.length === 0 ? <EmptyBooks /> : ''}
      {currencies.map(({ currency, lines, debit, credit }) => (
        <Table
          caption={`Trial balance in ${currency}`}
          captionShown
          columns={columns}
          rows={lines.map((line) => {
            const href = accountAddress(line.code, { currency, from: since, to: at });
            return [
              <a href={href} safe>
                {`${line.code} ${line.name}`}
              </a>,
              line.debit ? <Figure amount={line.debit} currency={currency} href={href} /> : '',
              line.credit ? <Figure amount={line.credit} currency={currency} href={href} /> : '',
            ];
          })}
          totals={[
            'Total',
            <Figure amount={debit} currency={currency} />,
            <Figure amount={credit} currency={currency} />,
          ]}
        />
      ))}
    </BooksLayout>
  );
}
