import { Button, Card, type FormState, Icon, LinkButton, Textarea } from '../../web/index.js';
import type { Note } from './note.queries.js';
import { NoteItem } from './note-item.js';
import { colours } from './note.schemas.js';

interface LessonNotesProps {
  course: string;
  lesson: string;
  notes: Note[];
  form: FormState;
}

/** What one wrote in a lesson, and a form for more. With script also on a selected passage, by a toolbar or by keys. */
export function LessonNotes({ course, lesson, notes, form }: LessonNotesProps): JSX.Element {
  return (
    <lesson-notes class="no-print" api={`/api/learning/${course}/lessons/${lesson}/notes`}>
      <section class="section lesson-notes" id="notes" aria-labelledby="notes-title">
        <h2 id="notes-title">My notes</h2>
        {notes.length === 0 ? (
          <p class="soft">None yet. Only you see what you write here.</p>
        ) : (
          <ul class="notes">
            {notes.map((note) => (
              <NoteItem course={course} note={note} href="" />
            ))}
          </ul>
        )}
        <Card title="Write a note" level={3}>
          <form class="form" method="post" action={`/learn/${course}/${lesson}/notes`} novalidate>
            <Textarea form={form} name="text" label="Your note on this lesson" rows={3} maxlength={10_000} />
            <div class="form-actions">
              <Button look="secondary">Keep note</Button>
              <LinkButton look="quiet" href={`/learn/${course}/notes`}>
                All my notes of this course
              </LinkButton>
            </div>
          </form>
        </Card>
      </section>
      <div class="note-bar" role="toolbar" aria-label="The selected passage" hidden>
        {colours.map((colour) => (
          <button type="button" class={`note-colour note-${colour}`} data-colour={colour}>
            <span class="visually-hidden" safe>{`Highlight, ${colour}`}</span>
            <Icon name="highlighter" size={18} />
          </button>
        ))}
        <button type="button" class="button button-quiet button-small" data-act="note">
          Note
        </button>
        <button type="button" class="button button-quiet button-small" data-act="bookmark">
          Bookmark
        </button>
      </div>
      <dialog class="note-dialog" aria-labelledby="note-dialog-title">
        <form class="form" method="dialog" novalidate>
          <h2 id="note-dialog-title">A note on this passage</h2>
          <blockquote class="note-passage"></blockquote>
          <div class="field">
            <label for="note-dialog-text">Your note</label>
            <textarea id="note-dialog-text" class="input input-full" rows="5" maxlength="10000"></textarea>
          </div>
          <p class="field-error" role="alert" hidden></p>
          <div class="form-actions">
            <Button>Keep note</Button>
            <button type="button" class="button button-quiet" data-act="close">
              Cancel
            </button>
          </div>
        </form>
      </dialog>
      <p class="visually-hidden" role="status"></p>
    </lesson-notes>
  );
}
