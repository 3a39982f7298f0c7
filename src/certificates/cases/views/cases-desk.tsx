import { EmptyState, Layout, type PageContext, PageHeader, Table, Time } from '../../../web/index.js';
import { dueAt } from '../case.js';
import type { Case } from '../case.queries.js';
import { kindWords } from './words.js';

const columns = [
  { label: 'About' },
  { label: 'What' },
  { label: 'Certification' },
  { label: 'Opened' },
  { label: 'Answer by' },
];

/** Cases that wait for an answer. */
export function CasesDeskView({ page, cases }: { page: PageContext; cases: Case[] }): JSX.Element {
  return (
    <Layout page={page} title="Cases" tone="working">
      <PageHeader
        title="Cases"
        lead="Appeals, complaints and requests, the oldest first. You do not see those about you or from you."
      />
      {cases.length === 0 ? (
        <EmptyState title="Nothing to answer" text="Cases appear here when somebody opens one." icon="scale" />
      ) : (
        <Table caption="Cases" columns={columns} rows={cases.map(cells)} />
      )}
    </Layout>
  );
}

const cells = ({ id, kind, certification, holderName, openedAt }: Case): JSX.Element[] => [
  <a href={`/examiners/cases/${id}`}>
    <bdi safe>{holderName}</bdi>
  </a>,
  <span safe>{kindWords[kind]}</span>,
  <span safe>{certification}</span>,
  <Time at={openedAt} date />,
  <Time at={dueAt(openedAt)} date />,
];
