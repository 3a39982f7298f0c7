import {
  ActForm,
  Badge,
  Card,
  EmptyState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Pagination,
  Time,
} from '../../web/index.js';
import type { Queue, Queued } from '../moderating/moderation.queries.js';
import { CommentText } from './comment.js';

const queueWords: Record<Queue, string> = { waiting: 'Waiting', reported: 'Reported', latest: 'Latest' };
const heldWords: Record<string, string> = {
  first: 'the first comment of this person',
  links: 'it has links',
  repeated: 'they wrote the same before',
  fast: 'written very fast',
  reported: 'reported by several people',
};

interface QueueProps {
  page: PageContext;
  items: Queued[];
  counts: { waiting: number; reported: number };
  show: Queue;
  next: string | undefined;
}

/** What waits for a moderator. */
export function QueueView({ page, items, counts, show, next }: QueueProps): JSX.Element {
  const many: Partial<Record<Queue, number>> = counts;
  return (
    <Layout page={page} title="Comments" tone="working">
      <PageHeader title="Comments" lead="Writers are told what you decide, with your reason." />
      <nav class="choices" aria-label="Which comments">
        <ul class="cluster">
          {Object.entries(queueWords).map(([queue, label]) => (
            <li>
              <a
                class="choice"
                href={`/moderation?show=${queue}`}
                aria-current={queue === show ? 'page' : undefined}
                safe
              >
                {many[queue as Queue] === undefined ? label : `${label} (${many[queue as Queue]})`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {items.length === 0 ? <EmptyState title="Nothing to look at" icon="circle-check" /> : ''}
      <ul class="stack comment-queue">
        {items.map((item) => (
          <li>
            <QueuedCard item={item} />
          </li>
        ))}
      </ul>
      <Pagination nextHref={next && `/moderation?show=${show}&after=${next}`} />
    </Layout>
  );
}

function QueuedCard({ item }: { item: Queued }): JSX.Element {
  const { id, place, text, standing, heldBecause, rev, writtenAt, writer, writerId, reports } = item;
  return (
    <Card>
      <p class="comment-meta">
        <a href={`/moderation/people/${writerId}`}>
          <bdi safe>{writer ?? 'Somebody who left'}</bdi>
        </a>
        <Time at={writtenAt} />
        <a href={place} safe>
          {place}
        </a>
        {standing === 'held' && heldBecause ? (
          <Badge label={heldWords[heldBecause] ?? heldBecause} kind="signal" />
        ) : (
          ''
        )}
        {reports > 0 ? <Badge label={`${reports} ${reports === 1 ? 'report' : 'reports'}`} kind="signal" /> : ''}
      </p>
      <CommentText text={text ?? ''} />
      <div class="form-actions">
        {standing === 'held' || reports > 0 ? (
          <ActForm
            action={`/moderation/comments/${id}`}
            label={standing === 'held' ? 'Accept' : 'Keep'}
            values={{ act: 'accepted', rev: String(rev) }}
          />
        ) : (
          ''
        )}
        <LinkButton look="quiet" href={`/comments/${id}#moderate`}>
          Decide
        </LinkButton>
      </div>
    </Card>
  );
}
