import type { Problem } from '../../courses/index.js';
import { Alert, FormErrors, type FormState, Layout, PageHeader, type PageContext, Timeline } from '../../web/index.js';
import { deskCrumb, draftAddress, fileAddress } from '../author-address.js';
import type { DraftCard } from '../drafts/draft.queries.js';
import type { ChangedFile } from '../review/changed-files.js';
import type { MoveMade } from '../review/review.queries.js';
import { ChangedFiles } from './changed-files.js';
import { Problems } from './problems.js';
import { ReviewActs } from './review-acts.js';
import { StateBadge } from './state-badge.js';

export interface ReviewProps {
  page: PageContext;
  draft: DraftCard;
  moves: MoveMade[];
  changed: ChangedFile[];
  /** Whether who looks at it wrote in it. */
  wrote: boolean;
  problems: Problem[];
  form: FormState;
  /** Files that both changed where they meet, when an edition was taken in. */
  left: string[];
}

const words: Record<MoveMade['move'], string> = {
  submitted: 'Handed in for review',
  taken_back: 'Taken back',
  changes_asked: 'Changes asked',
  approved: 'Approved',
  scheduled: 'Scheduled',
  unscheduled: 'No longer scheduled',
  failed: 'Could not be published',
  published: 'Published',
  discarded: 'Discarded',
};

/** What a draft changes, what became of it, and what can be done now. */
export function ReviewView(props: ReviewProps): JSX.Element {
  const { page, draft, moves, changed, problems, form } = props;
  const title = draft.title ?? draft.course;
  return (
    <Layout
      page={page}
      title={`Review of ${title}`}
      tone="working"
      form={form}
      breadcrumbs={[deskCrumb, { href: draftAddress(draft.id), label: title }, { label: 'Review' }]}
    >
      <FormErrors form={form} />
      <PageHeader kicker="Draft" title={`Review of ${title}`} meta={<StateBadge state={draft.state} />} />
      <Left draft={draft.id} left={props.left} />
      {problems.length > 0 ? <Problems draft={draft.id} problems={problems} /> : ''}
      <ReviewActs {...props} />
      <section class="section" aria-labelledby="changes">
        <h2 id="changes" safe>
          {changed.length === 1 ? 'One file changes' : `${changed.length} files change`}
        </h2>
        <ChangedFiles
          changed={changed}
          words={{ before: draft.base === null ? 'Nothing yet' : `Edition ${draft.base}`, after: 'This draft' }}
        />
      </section>
      {moves.length > 0 ? (
        <section class="section" aria-labelledby="history">
          <h2 id="history">What happened</h2>
          <Timeline
            events={moves.map(({ move, by, at, note, number, publishAt }) => ({
              at,
              title: `${words[move]}${number ? ` as edition ${number}` : ''}${by ? ` by ${by}` : ''}`,
              text: [publishAt && `For ${publishAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.`, note]
                .filter(Boolean)
                .join(' '),
              kind: move === 'changes_asked' || move === 'failed' ? 'signal' : 'normal',
            }))}
          />
        </section>
      ) : (
        ''
      )}
    </Layout>
  );
}

function Left({ draft, left }: { draft: string; left: string[] }): JSX.Element {
  if (left.length === 0) return '';
  return (
    <Alert kind="warning" title="Both changed the same lines of these files" live>
      <p>They stand as this draft has them. Compare below, and write in what must not be lost.</p>
      <ul>
        {left.map((path) => (
          <li>
            <a href={fileAddress(draft, path)} safe>
              {path}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
