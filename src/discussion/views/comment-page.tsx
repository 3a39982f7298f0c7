import {
  ActForm,
  Button,
  Card,
  emptyForm,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Select,
  Textarea,
} from '../../web/index.js';
import type { CommentHistory } from '../moderating/moderation.queries.js';
import type { Place } from '../places/places.js';
import type { Comment } from '../reading/comment.queries.js';
import { Answers, CommentBody } from './comment.js';
import { ModerateCard } from './moderate.js';
import { reportWords } from './report-words.js';

/** The form that was sent and came back. */
export interface Forms {
  answer?: FormState;
  edit?: FormState;
  report?: FormState;
}

interface CommentPageProps {
  page: PageContext;
  place: Place;
  comment: Comment;
  answers: Comment[];
  forms: Forms;
  may: { answer: boolean; edit: boolean; delete: boolean; report: boolean };
  /** For those who look after the discussion. */
  history: CommentHistory | undefined;
}

/** One comment, its answers, and all that may be done about it. */
export function CommentView({ page, place, comment, answers, forms, may, history }: CommentPageProps): JSX.Element {
  const { id, rev, text } = comment;
  const failed = forms.answer ?? forms.edit ?? forms.report ?? emptyForm();
  return (
    <Layout
      page={page}
      title={`A comment on ${place.title}`}
      width="reading"
      breadcrumbs={[
        { href: place.path, label: place.title },
        { href: `/comments?place=${place.path}`, label: 'Comments' },
        { label: 'One comment' },
      ]}
      form={failed}
    >
      <FormErrors form={failed} />
      <PageHeader kicker="Comment" title={place.title} />
      <CommentBody comment={comment} />
      <Answers answers={answers} isSignedIn={page.viewer !== null} />
      {may.answer ? <AnswerForm id={id} form={forms.answer ?? emptyForm()} /> : ''}
      {may.edit ? (
        <Card title="Change it" level={2}>
          <form class="form" method="post" action={`/comments/${id}/text`} novalidate>
            <input type="hidden" name="rev" value={String(rev)} />
            <Textarea
              form={forms.edit ?? emptyForm({ text: text ?? '' })}
              name="text"
              label="Your comment"
              help="Within 15 minutes of writing."
              maxlength={4000}
            />
            <div class="form-actions">
              <Button look="secondary">Change comment</Button>
            </div>
          </form>
        </Card>
      ) : (
        ''
      )}
      {may.delete ? <ActForm action={`/comments/${id}/deletion`} label="Delete my comment" look="danger" /> : ''}
      {may.report ? <ReportForm id={id} form={forms.report ?? emptyForm()} isOpen={forms.report !== undefined} /> : ''}
      {history ? <ModerateCard comment={comment} history={history} /> : ''}
    </Layout>
  );
}

function AnswerForm({ id, form }: { id: string; form: FormState }): JSX.Element {
  return (
    <section id="answer">
      <form class="form comment-form" method="post" action={`/comments/${id}/answers`} novalidate>
        <Textarea
          form={form}
          name="text"
          label="Your answer"
          help="Plain text, shown with your name. Say nothing by which a patient could be known."
          rows={4}
          maxlength={4000}
        />
        <div class="form-actions">
          <Button>Answer</Button>
        </div>
      </form>
    </section>
  );
}

function ReportForm({ id, form, isOpen }: { id: string; form: FormState; isOpen: boolean }): JSX.Element {
  return (
    <details class="comment-report" id="report" open={isOpen}>
      <summary>Report this comment</summary>
      <form class="form" method="post" action={`/comments/${id}/reports`} novalidate>
        <Select
          form={form}
          name="reason"
          label="What is wrong with it"
          placeholder="Choose"
          options={Object.entries(reportWords).map(([value, label]) => ({ value, label }))}
        />
        <Textarea form={form} name="note" label="More about it" required={false} rows={3} maxlength={500} />
        <div class="form-actions">
          <Button look="secondary">Report it</Button>
        </div>
      </form>
    </details>
  );
}
