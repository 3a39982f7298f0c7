import {
  ActForm,
  Alert,
  Badge,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Pagination,
  Stat,
  Stats,
  Table,
} from '../../../web/index.js';
import type { ImportOutcome, ReportRow } from '../importing/import-report.js';
import type { StoredImport } from '../importing/import.queries.js';

interface Props {
  page: PageContext;
  stored: StoredImport;
  query: { outcome?: ImportOutcome | undefined; page: number };
  form: FormState;
}

const perPage = 100;
const words: Record<ImportOutcome, string> = { new: 'New', changed: 'Changed', same: 'The same', refused: 'Not taken' };
const looks = { new: 'accent', changed: 'outline', same: 'neutral', refused: 'signal' } as const;

/** What becomes of each question of a file, before and after it is confirmed. */
export function ImportReportView({ page, stored, query, form }: Props): JSX.Element {
  const { pool, poolTitle, fileName, format, report } = stored;
  const address = `/bank/${pool}/imports/${stored.id}`;
  const shown = report.filter(({ outcome }) => !query.outcome || outcome === query.outcome);
  const rows = shown.slice((query.page - 1) * perPage, query.page * perPage);
  const href = (at: number) => `${address}?${query.outcome ? `outcome=${query.outcome}&` : ''}page=${at}`;
  return (
    <Layout
      page={page}
      title={`Import of ${fileName}`}
      tone="working"
      form={form}
      breadcrumbs={[
        { href: '/bank', label: 'Questions' },
        { href: `/bank/${pool}`, label: poolTitle },
        { label: 'Import' },
      ]}
    >
      <FormErrors form={form} />
      <PageHeader title={`Import of ${fileName}`} lead={`${format}, ${counted(report.length, 'item')}.`} />
      <Stats>
        {(Object.keys(words) as ImportOutcome[]).map((outcome) => (
          <Stat
            label={words[outcome]}
            value={String(countOf(report, outcome))}
            href={`${address}?outcome=${outcome}`}
          />
        ))}
      </Stats>
      <NextStep stored={stored} address={address} />
      <Table
        caption={query.outcome ? `Questions: ${words[query.outcome].toLowerCase()}` : 'All questions of the file'}
        columns={[
          { label: 'Line' },
          { label: 'Name' },
          { label: 'Type' },
          { label: 'Becomes' },
          { label: 'Why, and what is lost' },
        ]}
        rows={rows.map(cells)}
      />
      <Pagination
        {...(query.page > 1 && { previousHref: href(query.page - 1) })}
        {...(shown.length > query.page * perPage && { nextHref: href(query.page + 1) })}
        summary={`${counted(shown.length, 'item')}, page ${query.page} of ${Math.max(1, Math.ceil(shown.length / perPage))}`}
      />
      {query.outcome ? (
        <LinkButton href={address} look="quiet">
          Show all
        </LinkButton>
      ) : (
        ''
      )}
    </Layout>
  );
}

function NextStep({ stored, address }: { stored: StoredImport; address: string }): JSX.Element {
  const { state, report, added } = stored;
  const count = countOf(report, 'new') + countOf(report, 'changed');
  const left = countOf(report, 'refused');
  if (state === 'committed')
    return (
      <Alert kind="success" title={`${counted(added ?? 0, 'draft')} added`}>
        Another author or an examiner approves them before they are drawn.
      </Alert>
    );
  if (state === 'expired')
    return (
      <Alert kind="warning" title="The file is gone">
        It waited longer than a day. Upload it again.
      </Alert>
    );
  if (count === 0)
    return (
      <Alert kind="info" title="Nothing to import">
        Every question that can be taken is in the pool already, in the same words.
      </Alert>
    );
  return (
    <section class="section" aria-labelledby="confirm">
      <h2 id="confirm">Import</h2>
      <p safe>
        {`${counted(count, 'question')} become drafts.${left > 0 ? ` ${counted(left, 'item')} of the file are left out; each says why.` : ''}`}
      </p>
      <ActForm action={address} label={`Import ${counted(count, 'question')}`} />
    </section>
  );
}

const cells = ({ line, file, name, type, outcome, reason, notes }: ReportRow): JSX.Element[] => [
  <span safe>{file ? `${file}, ${line}` : String(line)}</span>,
  <span safe>{name || '(no name)'}</span>,
  <span safe>{type ?? ''}</span>,
  <Badge label={words[outcome]} kind={looks[outcome]} />,
  <span safe>{[reason, ...notes].filter(Boolean).join(' ')}</span>,
];

const countOf = (report: ReportRow[], wanted: ImportOutcome): number =>
  report.filter(({ outcome }) => outcome === wanted).length;

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
