import {
  ActForm,
  Alert,
  Badge,
  EmptyState,
  Layout,
  type PageContext,
  PageHeader,
  Stat,
  Stats,
  Table,
  Time,
} from '../../web/index.js';
import type { KeptStatement, StatementOverview } from '../xapi/statement.queries.js';
import { outcomeWords } from './webhook-words.js';

const standings = {
  waiting: { label: 'Waiting', kind: 'outline' },
  stored: { label: 'Stored', kind: 'neutral' },
  failed: { label: 'Failed', kind: 'signal' },
} as const;
const columns = ['Written', 'Statement', 'Standing', 'Last attempt', 'Next'].map((label) => ({ label }));

export function StatementsView({ page, overview }: { page: PageContext; overview: StatementOverview }): JSX.Element {
  const { hasStore, waiting, stored, failed, latest } = overview;
  return (
    <Layout page={page} title="Learning records" tone="working">
      <PageHeader
        title="Learning records"
        lead="What the learning record store is told by xAPI: learners as account numbers, never by name or address."
      />
      {hasStore ? (
        ''
      ) : (
        <Alert kind="info" title="No store is configured">
          <p>Nothing is told to anybody. An operator names a store by XAPI_ENDPOINT and XAPI_CREDENTIALS.</p>
        </Alert>
      )}
      <Stats>
        <Stat label="Waiting" value={String(waiting)} />
        <Stat label="Stored" value={String(stored)} note="of the last 60 days" />
        <Stat label="Failed" value={String(failed)} />
      </Stats>
      {hasStore && waiting + failed > 0 ? (
        <ActForm action="/admin/statements/replay" label={`Send what is not stored now (${waiting + failed})`} />
      ) : (
        ''
      )}
      {latest.length === 0 ? (
        <EmptyState
          title="No statements"
          text="They come with the next lesson that somebody completes."
          icon="graduation-cap"
        />
      ) : (
        <Table caption="Statements" columns={columns} rows={latest.map(cells)} />
      )}
    </Layout>
  );
}

const cells = ({ verb, object, standing, outcome, status, writtenAt, nextAt }: KeptStatement): JSX.Element[] => [
  <Time at={writtenAt} />,
  <span safe>{`${verb}: ${object}`}</span>,
  <Badge {...standings[standing]} />,
  <span safe>{outcomeWords(outcome, status)}</span>,
  nextAt ? <Time at={nextAt} /> : <span>none</span>,
];
