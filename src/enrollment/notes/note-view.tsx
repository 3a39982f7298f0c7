import {
  Alert,
  Button,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Radios,
  Textarea,
} from '../../web/index.js';
import type { Note } from './note.queries.js';
import { colours } from './note.schemas.js';

interface NoteProps {
  page: PageContext;
  course: string;
  note: Note;
  form: FormState;
  /** It was changed elsewhere since it was read: both texts are shown. */
  isStale: boolean;
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

/** One note, to be changed. */
export function NoteView({ page, course, note, form, isStale }: NoteProps): JSX.Element {
  const { id, kind, quote, lessonTitle, rev, colour } = note;
  const filled = { ...form, values: { colour: colour ?? undefined, ...form.values } };
  return (
    <Layout
      page={page}
      title={`Note · ${lessonTitle}`}
      width="form"
      form={form}
      breadcrumbs={[{ href: `/learn/${course}/notes`, label: 'My notes' }, { label: lessonTitle }]}
    >
      <FormErrors form={form} />
      <PageHeader title={`My ${kind}`} kicker={lessonTitle} />
      {quote === null ? (
        ''
      ) : (
        <blockquote class="note-passage">
          <p safe>{quote}</p>
        </blockquote>
      )}
      {isStale ? (
        <Alert kind="warning" title="What is kept now">
          <p class="note-text" safe>
            {note.text || '(no text)'}
          </p>
          <p>Below is what you typed here. Saving puts it in its place.</p>
        </Alert>
      ) : (
        ''
      )}
      <form class="form" method="post" action={`/learn/${course}/notes/${id}`} novalidate>
        <input type="hidden" name="rev" value={String(rev)} />
        {kind === 'highlight' ? (
          <Radios
            form={filled}
            name="colour"
            label="Colour"
            options={colours.map((value) => ({ value, label: capital(value) }))}
          />
        ) : (
          ''
        )}
        <Textarea form={form} name="text" label="Your note" required={kind === 'note'} rows={8} maxlength={10_000} />
        <div class="form-actions">
          <Button>{isStale ? 'Keep what I typed' : 'Save'}</Button>
          <LinkButton look="quiet" href={`/learn/${course}/notes#note-${id}`}>
            {isStale ? 'Leave it as it is kept' : 'Cancel'}
          </LinkButton>
        </div>
      </form>
    </Layout>
  );
}
