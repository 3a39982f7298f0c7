import { Alert, Button, type FormState, type PageContext, Textarea } from '../../web/index.js';
import type { Place } from '../places/places.js';

interface WriteFormProps {
  page: PageContext;
  place: Place;
  form: FormState;
  isBanned: boolean;
}

/** Where somebody writes, or why they cannot. */
export function WriteForm({ page, place, form, isBanned }: WriteFormProps): JSX.Element {
  const { viewer } = page;
  if (!viewer)
    return (
      <p>
        <a href={`/sign-in?next=${encodeURIComponent(page.path)}`}>Sign in</a> to write a comment.
      </p>
    );
  if (isBanned) return <p>You can no longer write comments.</p>;
  if (!viewer.confirmed)
    return (
      <Alert kind="info">
        <p>Confirm your e-mail address before you write. We sent you a mail with a link.</p>
      </Alert>
    );
  return (
    <form class="form comment-form" method="post" action="/comments" novalidate>
      <input type="hidden" name="place" value={place.path} />
      <Textarea
        form={form}
        name="text"
        label="Your comment"
        help={helpOf(viewer.name, place)}
        rows={4}
        maxlength={4000}
      />
      <div class="form-actions">
        <Button>Write comment</Button>
      </div>
    </form>
  );
}

const helpOf = (name: string, { isPaid }: Place): string =>
  `Shown with your name, ${name}${isPaid ? ', to those who study this course' : ''}. Plain text. Say nothing by which a patient could be known.`;
