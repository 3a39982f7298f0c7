import { EmptyState, Layout, LinkButton, type PageContext, PageHeader, Table } from '../../web/index.js';
import { deviationWords, figure } from './severity-words.js';
import type { SeverityRow } from './severity.queries.js';

const columns = [
  { label: 'Preceptor' },
  { label: 'Signed', numeric: true },
  { label: 'Not signed', numeric: true },
  { label: 'Rated', numeric: true },
  { label: 'Mean', numeric: true },
  { label: 'Beside the others' },
];

/** How strictly preceptors rate: a reason to talk, never a judgement by itself. */
export function SeverityView({ page, rows }: { page: PageContext; rows: SeverityRow[] }): JSX.Element {
  const crumbs = [{ href: '/admin/preceptors', label: 'Preceptors' }, { label: 'Ratings' }];
  return (
    <Layout page={page} title="How strictly preceptors rate" tone="working" breadcrumbs={crumbs}>
      <PageHeader
        title="How strictly preceptors rate"
        lead="Ratings from 1 (the preceptor did it) to 5 (could have been alone), compared on procedures that others rated too."
        actions={
          <LinkButton href="/api/admin/preceptors/severity/report.csv" look="secondary" download="preceptors.csv">
            Export as CSV
          </LinkButton>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title="Nothing was signed yet" />
      ) : (
        <Table caption="Preceptors by name" columns={columns} rows={rows.map(cells)} />
      )}
    </Layout>
  );
}

const cells = ({ name, signed, refused, rated, mean, deviation }: SeverityRow): JSX.Element[] => [
  <span safe>{name}</span>,
  <span>{signed}</span>,
  <span>{refused}</span>,
  <span>{rated}</span>,
  <span safe>{figure(mean)}</span>,
  <span safe>{deviationWords(deviation)}</span>,
];
