import { formatDay } from '../../../courses/index.js';
import { Badge, EmptyState, Layout, LinkButton, type PageContext, PageHeader, Table } from '../../../web/index.js';
import type { Procedure } from '../../procedures/procedures.js';
import type { ProcedureCount } from '../../sign-offs/practice-counts.js';
import type { EntryRow } from '../logbook.queries.js';
import { StatusBadge } from './status-badge.js';

interface Props {
  page: PageContext;
  entries: EntryRow[];
  procedures: Procedure[];
  counts: ProcedureCount[];
}

const columns = [{ label: 'Procedure' }, { label: 'Day' }, { label: 'Place' }, { label: 'Standing' }];

/** What one did under a preceptor's eyes, and how much of it is signed. */
export function LogbookView({ page, entries, procedures, counts }: Props): JSX.Element {
  const signedOf = new Map(counts.map(({ procedure, signed }) => [procedure, signed]));
  return (
    <Layout page={page} title="Logbook" tone="working">
      <PageHeader
        title="Logbook"
        lead="Procedures that a preceptor observed. Write them down within 14 days, without anything that tells who the patient was."
      />
      <section class="section">
        <h2>Write a procedure down</h2>
        <ul class="practice-procedures">
          {procedures.map(({ slug, title }) => (
            <li>
              <LinkButton href={`/logbook/new/${slug}`} look="secondary">
                <span safe>{title}</span>
              </LinkButton>
              <Badge label={`${signedOf.get(slug) ?? 0} signed`} kind={signedOf.has(slug) ? 'accent' : 'neutral'} />
            </li>
          ))}
        </ul>
      </section>
      <section class="section">
        <h2>Entries</h2>
        {entries.length === 0 ? (
          <EmptyState title="No entries yet" text="Choose a procedure above to write the first one down." />
        ) : (
          <Table caption="Entries, newest first" columns={columns} rows={entries.map(cells)} />
        )}
      </section>
    </Layout>
  );
}

const cells = ({ id, title, performedOn, place, status, amendments }: EntryRow): JSX.Element[] => [
  <a href={`/logbook/${id}`} safe>
    {title}
  </a>,
  <span safe>{formatDay(performedOn)}</span>,
  <span safe>{place}</span>,
  <span>
    <StatusBadge status={status} />
    {amendments > 0 ? <span class="cell-note">Amended since</span> : ''}
  </span>,
];
