import { Badge, EmptyState, Layout, type PageContext, PageHeader, Table, Time } from '../../../web/index.js';
import type { Case } from '../case.queries.js';
import { kindWords, statusBadges } from './words.js';

const columns = [{ label: 'What' }, { label: 'About' }, { label: 'Opened' }, { label: 'Status' }];

/** Appeals, complaints and requests that somebody opened. */
export function MyCasesView({ page, cases }: { page: PageContext; cases: Case[] }): JSX.Element {
  return (
    <Layout page={page} title="My cases" tone="working" width="reading">
      <PageHeader
        title="My cases"
        lead="Appeals, complaints and requests about certificates. Each is answered by people who had no part in it."
      />
      {cases.length === 0 ? (
        <EmptyState
          title="No case"
          text="You can appeal from the page of a certification or certificate."
          icon="scale"
        />
      ) : (
        <Table caption="My cases" columns={columns} rows={cases.map(cells)} />
      )}
    </Layout>
  );
}

const cells = ({ id, kind, certification, openedAt, status }: Case): JSX.Element[] => [
  <a href={`/cases/${id}`} safe>
    {kindWords[kind]}
  </a>,
  <span safe>{certification}</span>,
  <Time at={openedAt} date />,
  <Badge {...statusBadges[status]} />,
];
