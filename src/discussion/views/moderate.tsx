import {
  Button,
  Card,
  Field,
  FormErrors,
  type FormState,
  emptyForm,
  Layout,
  type PageContext,
  PageHeader,
  Time,
} from '../../web/index.js';
import type { ModerationAct } from '../moderating/moderate-comment.js';
import type { CommentHistory } from '../moderating/moderation.queries.js';
import type { Comment } from '../reading/comment.queries.js';
import { CommentBody } from './comment.js';
import { reportWords } from './report-words.js';

const actsOf: Record<Comment['standing'], [ModerationAct, string][]> = {
  held: [
    ['accepted', 'Accept'],
    ['rejected', 'Reject'],
  ],
  shown: [
    ['accepted', 'Keep'],
    ['hidden', 'Take away'],
  ],
  rejected: [['accepted', 'Accept after all']],
  hidden: [['accepted', 'Show again']],
  deleted: [],
};

/** What a moderator may do about a comment, and what was done before. */
export function ModerateCard({ comment, history }: { comment: Comment; history: CommentHistory }): JSX.Element {
  return (
    <section id="moderate">
      <Card title="Moderate">
        <DecideForm comment={comment} form={emptyForm()} />
        <ul>
          {history.reports.map(({ reason, note, at, isSettled }) => (
            <li>
              <Time at={at} />{' '}
              <span
                safe
              >{`Reported: ${reportWords[reason]}${note ? `: ${note}` : ''}${isSettled ? ' (settled)' : ''}`}</span>
            </li>
          ))}
          {history.acts.map(({ act, reason, by, at }) => (
            <li>
              <Time at={at} /> <span safe>{`${by ?? 'Somebody'}: ${act}${reason ? `: ${reason}` : ''}`}</span>
            </li>
          ))}
        </ul>
        <p>
          <a href={`/moderation/people/${comment.writerId}`}>All that this person wrote</a>
        </p>
      </Card>
    </section>
  );
}

function DecideForm({ comment: { id, rev, standing }, form }: { comment: Comment; form: FormState }): JSX.Element {
  const acts = actsOf[standing];
  if (acts.length === 0) return '';
  return (
    <form class="form" method="post" action={`/moderation/comments/${id}`} novalidate>
      <input type="hidden" name="rev" value={String(rev)} />
      <Field form={form} name="reason" label="Reason" help="Told to the writer." required={false} maxlength={500} />
      <div class="form-actions">
        {acts.map(([act, label]) => (
          <Button look="secondary" name="act" value={act}>
            <span safe>{label}</span>
          </Button>
        ))}
      </div>
    </form>
  );
}

/** A decision that could not be taken, with the reason. */
export function DecideView(props: { page: PageContext; form: FormState; comment: Comment | undefined }): JSX.Element {
  const { page, form, comment } = props;
  return (
    <Layout
      page={page}
      title="Decide about a comment"
      width="form"
      form={form}
      breadcrumbs={[{ href: '/moderation', label: 'Comments' }, { label: 'Decide' }]}
    >
      <FormErrors form={form} />
      <PageHeader title="Decide about a comment" />
      {comment ? <CommentBody comment={comment} /> : ''}
      {comment ? <DecideForm comment={comment} form={form} /> : ''}
    </Layout>
  );
}
