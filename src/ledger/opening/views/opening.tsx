import { formatMoney } from '../../../shared/index.js';
import {
  Alert,
  Button,
  Field,
  FileField,
  type FormState,
  type PageContext,
  Table,
  Textarea,
  Time,
} from '../../../web/index.js';
import type { CheckedOpening } from '../check-opening-file.js';
import type { OpeningRow } from '../opening.queries.js';
import { BooksLayout } from '../../views/books-layout.js';

interface Props {
  page: PageContext;
  form: FormState;
  checked?: CheckedOpening | undefined;
  /** What was brought in before. */
  before: OpeningRow[];
}

const text = (words: string) => <span safe>{words}</span>;

export function OpeningView({ page, form, checked, before }: Props): JSX.Element {
  const ready = checked && checked.problems.length === 0 && checked.postedAs === null;
  return (
    <BooksLayout
      page={page}
      title="Opening balances"
      form={form}
      breadcrumbs={[{ href: '/books/exports', label: 'Exports' }, { label: 'Opening balances' }]}
      lead="What was on your accounts before these books began, as one entry against account 3000. Not for accounts that follow Stripe or a sub-ledger."
    >
      <form class="form" method="post" action="/books/opening-balances" enctype="multipart/form-data" novalidate>
        <Field
          form={form}
          name="date"
          label="Day they are of"
          type="date"
          size="medium"
          help="In an open month; usually the first day of the books."
        />
        <FileField
          form={form}
          name="file"
          label="File"
          help="CSV whose first line is account,currency,debit,credit. It takes the place of what is in the field below."
          accept=".csv,text/csv"
          required={false}
        />
        <Textarea form={form} name="csv" label="Balances" rows={10} mono required={false} />
        {checked ? <Checked {...checked} /> : ''}
        {ready ? <input type="hidden" name="hash" value={checked.hash} /> : ''}
        <div class="form-actions">
          <Button name="act" value="check" look={ready ? 'secondary' : 'primary'}>
            {checked ? 'Check again' : 'Check'}
          </Button>
          {ready ? (
            <Button name="act" value="post">
              Post as one entry
            </Button>
          ) : (
            ''
          )}
        </div>
      </form>
      {before.length > 0 ? <Before rows={before} /> : ''}
    </BooksLayout>
  );
}

function Checked({ lines, against, problems, postedAs }: CheckedOpening): JSX.Element {
  if (problems.length > 0) {
    const columns = [{ label: 'Line' }, { label: 'Where' }, { label: 'What to do' }];
    const rows = problems.map(({ row, field, sentence }) => [text(String(row)), text(field ?? '–'), text(sentence)]);
    return <Table caption="What is wrong in the file" captionShown columns={columns} rows={rows} />;
  }
  const columns = [{ label: 'Account' }, { label: 'Debit', numeric: true }, { label: 'Credit', numeric: true }];
  const cells = (account: string, amount: number, currency: string) => [
    text(account),
    text(amount > 0 ? formatMoney({ amount, currency }) : ''),
    text(amount < 0 ? formatMoney({ amount: -amount, currency }) : ''),
  ];
  return (
    <>
      {postedAs ? (
        <Alert kind="warning" title="Posted before" live>
          <p>
            This file is <a href={`/books/journal/${postedAs}`}>entry {postedAs}</a> already. It is not posted twice.
          </p>
        </Alert>
      ) : (
        <Alert kind="info" title="Nothing is posted yet" live>
          <p>An entry cannot be edited afterwards, only reversed.</p>
        </Alert>
      )}
      <Table
        caption="The entry"
        captionShown
        columns={columns}
        rows={[
          ...lines.map(({ account, name, amount, currency }) => cells(`${account} ${name}`, amount, currency)),
          ...against.map(({ amount, currency }) => cells('3000, what makes it even', amount, currency)),
        ]}
      />
    </>
  );
}

function Before({ rows }: { rows: OpeningRow[] }): JSX.Element {
  return (
    <section class="section">
      <h2>Brought in before</h2>
      <Table
        caption="Opening balances brought in before"
        columns={[{ label: 'Entry' }, { label: 'Day' }, { label: 'Posted' }, { label: 'By' }, { label: 'Reversed by' }]}
        rows={rows.map((row) => [
          <a href={`/books/journal/${row.number}`}>{row.number}</a>,
          text(row.date),
          <Time at={row.postedAt} />,
          text(row.postedBy),
          row.reversedBy ? <a href={`/books/journal/${row.reversedBy}`}>{row.reversedBy}</a> : '–',
        ])}
      />
    </section>
  );
}
