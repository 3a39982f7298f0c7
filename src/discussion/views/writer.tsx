import {
  Badge,
  Button,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Time,
} from '../../web/index.js';
import type { BannableWriter } from '../moderating/moderation.queries.js';
import { CommentText } from './comment.js';

/** A person who writes: what they wrote last, and whether they may go on. */
export function WriterView({
  page,
  writer,
  form,
}: {
  page: PageContext;
  writer: BannableWriter;
  form: FormState;
}): JSX.Element {
  const { id, name, isBanned, bans, comments } = writer;
  return (
    <Layout
      page={page}
      title={name}
      width="form"
      form={form}
      breadcrumbs={[{ href: '/moderation', label: 'Comments' }, { label: name }]}
    >
      <FormErrors form={form} />
      <PageHeader title={name} lead={isBanned ? 'May not write comments.' : 'May write comments.'} />
      <form class="form" method="post" action={`/moderation/people/${id}`} novalidate>
        <input type="hidden" name="banned" value={isBanned ? 'false' : 'true'} />
        <Field form={form} name="reason" label="Reason" help="For colleagues." maxlength={500} />
        <div class="form-actions">
          <Button look={isBanned ? 'secondary' : 'danger'}>{isBanned ? 'Let write again' : 'Keep from writing'}</Button>
        </div>
      </form>
      <ul>
        {bans.map(({ banned, reason, by, at }) => (
          <li>
            <Time at={at} />{' '}
            <span safe>{`${by ?? 'Somebody'}: ${banned ? 'kept from writing' : 'let write again'}: ${reason}`}</span>
          </li>
        ))}
      </ul>
      <h2>What they wrote last</h2>
      <ul class="stack">
        {comments.map((comment) => (
          <li>
            <p class="comment-meta">
              <a href={`/comments/${comment.id}`}>
                <Time at={comment.writtenAt} />
              </a>
              <Badge label={comment.standing} />
            </p>
            <CommentText text={comment.text ?? ''} />
          </li>
        ))}
      </ul>
    </Layout>
  );
}
