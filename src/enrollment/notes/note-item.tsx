import { ActForm, Badge, Icon, Time } from '../../web/index.js';
import type { Note } from './note.queries.js';

/** One note with its passage and what may be done with it. `href`: its lesson, while it can be opened. */
export function NoteItem({ course, note, href }: { course: string; note: Note; href?: string }): JSX.Element {
  const { id, kind, quote, block, colour, text, found } = note;
  return (
    <li
      class={['note', colour && `note-${colour}`]}
      id={`note-${id}`}
      data-block={block}
      data-quote={quote}
      data-before={note.before}
      data-after={note.after}
      data-colour={colour}
    >
      {kind === 'bookmark' ? (
        <p class="note-kind">
          <Icon name="bookmark" size={16} label="Bookmark" />
        </p>
      ) : (
        ''
      )}
      {quote === null ? (
        ''
      ) : (
        <blockquote class="note-passage">
          {found && href ? (
            <a href={`${href}#${block}`} safe>
              {quote}
            </a>
          ) : (
            <span safe>{quote}</span>
          )}
        </blockquote>
      )}
      {found ? (
        ''
      ) : (
        <p class="note-lost">
          <Badge label="Passage not in the lesson any more" kind="signal" />
        </p>
      )}
      {text ? (
        <p class="note-text" safe>
          {text}
        </p>
      ) : (
        ''
      )}
      <div class="note-foot">
        <span class="soft">
          {colour ? <span safe>{`Highlight, ${colour} · `}</span> : ''}
          <Time at={note.changedAt} />
        </span>
        <span class="note-acts no-print">
          <a href={`/learn/${course}/notes/${id}`}>
            {text ? 'Change' : 'Add a note'}
            <span class="visually-hidden" safe>{`: ${(text || (quote ?? '')).slice(0, 60)}`}</span>
          </a>
          <ActForm action={`/learn/${course}/notes/${id}/deletion`} label="Delete" look="quiet" />
        </span>
      </div>
    </li>
  );
}
