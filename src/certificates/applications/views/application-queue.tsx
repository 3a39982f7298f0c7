import { EmptyState, Layout, type PageContext, PageHeader, Table, Time } from '../../../web/index.js';
import type { ReadyApplication } from '../application.queries.js';

const columns = [
  { label: 'Candidate' },
  { label: 'Certification' },
  { label: 'Kind' },
  { label: 'Complete since' },
  { label: 'Decisions' },
];

export function ApplicationQueueView(props: { page: PageContext; applications: ReadyApplication[] }): JSX.Element {
  const { page, applications } = props;
  return (
    <Layout page={page} title="Applications" tone="working">
      <PageHeader
        title="Applications"
        lead="Complete applications you have not decided on, the oldest first. You do not see your own."
      />
      {applications.length === 0 ? (
        <EmptyState
          title="Nothing to decide"
          text="Applications appear here when every requirement is met."
          icon="award"
        />
      ) : (
        <Table caption="Applications" columns={columns} rows={applications.map(cells)} />
      )}
    </Layout>
  );
}

const cells = ({ id, candidate, title, kind, readyAt, grants, eyes }: ReadyApplication): JSX.Element[] => [
  <a href={`/examiners/applications/${id}`}>
    <bdi safe>{candidate}</bdi>
  </a>,
  <span safe>{title}</span>,
  <span>{kind === 'initial' ? 'First' : 'Renewal'}</span>,
  <Time at={readyAt} />,
  <span safe>{`${grants} of ${eyes}`}</span>,
];
