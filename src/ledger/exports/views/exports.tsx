import { formatMoney } from '../../../shared/index.js';
import {
  Button,
  DefinitionList,
  Field,
  filterAddress,
  type FormState,
  LinkButton,
  type PageContext,
  Radios,
} from '../../../web/index.js';
import type { AskedExport } from '../export.schemas.js';
import { type FormatName, formatNames } from '../formats/index.js';
import type { ExportAbout } from '../journal-export.js';
import { BooksLayout } from '../../views/books-layout.js';

interface Props {
  page: PageContext;
  form: FormState;
  /** What was asked for, and what its file will say of itself. */
  ready?: { asked: AskedExport; about: ExportAbout } | undefined;
}

const formats: Record<FormatName, { label: string; help: string }> = {
  csv: { label: 'CSV', help: 'For spreadsheets and everything else: one row per posting, control totals last.' },
  hledger: { label: 'hledger', help: 'Passes its strict checks. Earlier balances are carried forward.' },
  ledger: { label: 'ledger', help: 'Passes --strict --pedantic. Earlier balances are carried forward.' },
  beancount: { label: 'beancount', help: 'Passes bean-check. Earlier balances are carried forward.' },
  iif: {
    label: 'QuickBooks Desktop (IIF)',
    help: 'Accounts and general journal entries, in one currency. Without what was there before the first day.',
  },
  'xero.csv': {
    label: 'Xero manual journals',
    help: 'In one currency; the account codes must exist there. Xero takes 300 lines at a time: choose few days.',
  },
};

export function ExportsView({ page, form, ready }: Props): JSX.Element {
  const canPost = page.viewer?.roles.includes('accountant');
  return (
    <BooksLayout
      page={page}
      title="Exports"
      form={form}
      scripts={['shown-download']}
      lead="The journal for another program. The same period gives the same file, to the byte, as long as nothing is posted into it."
    >
      <form class="form" method="get" action="/books/exports" novalidate>
        <Radios
          form={form}
          name="format"
          label="Format"
          options={formatNames.map((value) => ({ value, ...formats[value] }))}
        />
        <div class="form-row">
          <Field form={form} name="from" label="First day" type="date" />
          <Field form={form} name="to" label="Last day" type="date" />
        </div>
        <Field
          form={form}
          name="currency"
          label="Currency"
          help="QuickBooks and Xero take one currency to a file. Left empty, the others get all."
          size="short"
          maxlength={3}
          required={false}
        />
        <Field
          form={form}
          name="taxRate"
          label="Name of the rate without tax"
          help="For Xero alone, as your settings there call it: Tax Exempt, No VAT, BAS Excluded. Tax is posted on its own account."
          maxlength={60}
          required={false}
        />
        <div class="form-actions">
          <Button look={ready ? 'secondary' : 'primary'}>Prepare the file</Button>
        </div>
      </form>
      {ready ? <Ready {...ready} /> : ''}
      {canPost ? (
        <p>
          <a href="/books/opening-balances">Bring in opening balances</a>
        </p>
      ) : (
        ''
      )}
    </BooksLayout>
  );
}

const counted = (count: number): string => count.toLocaleString('en-US');

function Ready({ asked, about }: { asked: AskedExport; about: ExportAbout }): JSX.Element {
  const { format, ...query } = asked;
  return (
    <section class="section" id="ready" aria-labelledby="ready-title">
      <h2 id="ready-title">What the file holds</h2>
      <DefinitionList
        items={[
          { term: 'Format', detail: <span safe>{formats[format].label}</span> },
          { term: 'Period', detail: <span safe>{`${about.from} to ${about.to}, UTC`}</span> },
          { term: 'Entries', detail: <span safe>{counted(about.entries)}</span> },
          { term: 'Postings', detail: <span safe>{counted(about.postings)}</span> },
          ...about.sums.map(({ currency, debit, credit }) => ({
            term: `Debit and credit, ${currency}`,
            detail: (
              <span safe>
                {`${formatMoney({ amount: debit, currency })} and ${formatMoney({ amount: credit, currency })}`}
              </span>
            ),
          })),
        ]}
      />
      <shown-download>
        <LinkButton icon="download" href={filterAddress(`/api/books/journal.${format}`, query)}>
          Download
        </LinkButton>
        <p role="status"></p>
      </shown-download>
    </section>
  );
}
