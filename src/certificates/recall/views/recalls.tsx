import {
  Badge,
  EmptyState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Table,
  Time,
} from '../../../web/index.js';
import type { Recall, RecallCounts } from '../recall.queries.js';
import { recallBadges } from './words.js';

type Listed = Recall & RecallCounts;
const columns = [
  { label: 'Lesson' },
  { label: 'Course' },
  { label: 'Status' },
  { label: 'Since' },
  { label: 'Concerned', numeric: true },
  { label: 'Outstanding', numeric: true },
];

/** Every safety recall, the newest first. */
export function RecallsView({ page, recalls }: { page: PageContext; recalls: Listed[] }): JSX.Element {
  return (
    <Layout page={page} title="Safety recalls" tone="working">
      <PageHeader
        title="Safety recalls"
        lead="When a lesson taught something wrong that can harm a patient, whoever learnt it is told, reads the correction and confirms it."
        actions={
          <LinkButton href="/admin/recalls/new" icon="triangle-alert">
            Recall a lesson
          </LinkButton>
        }
      />
      {recalls.length === 0 ? (
        <EmptyState
          title="No lesson was recalled"
          text="Small corrections need no recall: publish a new edition."
          icon="shield-check"
        />
      ) : (
        <Table caption="Safety recalls" columns={columns} rows={recalls.map(cells)} />
      )}
    </Layout>
  );
}

const cells = (recall: Listed): JSX.Element[] => [
  <a href={`/admin/recalls/${recall.id}`} safe>
    {recall.lessonTitle}
  </a>,
  <span safe>{recall.courseTitle}</span>,
  <Badge {...recallBadges[recall.status]} />,
  <Time at={recall.decidedAt ?? recall.openedAt} date />,
  <span class="tabular">{recall.affected}</span>,
  <span class="tabular">{recall.outstanding}</span>,
];
