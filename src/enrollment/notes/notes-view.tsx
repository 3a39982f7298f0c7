import {
  Alert,
  EmptyState,
  emptyForm,
  Field,
  FilterBar,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  PrintButton,
} from '../../web/index.js';
import type { Note, NotedCourse } from './note.queries.js';
import { NoteItem } from './note-item.js';

interface NotesProps {
  page: PageContext;
  course: Omit<NotedCourse, 'count'>;
  notes: Note[];
  q: string;
  /** Whether they can still open the lessons. */
  isOpen: boolean;
}

/** All notes of a course, lesson by lesson. */
export function NotesView({ page, course, notes, q, isOpen }: NotesProps): JSX.Element {
  const address = `/learn/${course.slug}/notes`;
  const lessons = [...Map.groupBy(notes, ({ lesson }) => lesson)];
  return (
    <Layout
      page={page}
      title={`My notes · ${course.title}`}
      width="reading"
      tone="working"
      scripts={['print']}
      breadcrumbs={[
        { href: '/learning', label: 'My learning' },
        ...(isOpen ? [{ href: `/learn/${course.slug}`, label: course.title }] : []),
        { label: 'My notes' },
      ]}
    >
      <PageHeader
        title="My notes"
        kicker={course.title}
        lead={`${notes.length} ${notes.length === 1 ? 'entry' : 'entries'}${q ? ` with “${q}”` : ''}. Only you see them.`}
        actions={<Exports address={address} />}
      />
      {isOpen ? '' : <Closed />}
      <FilterBar action={address} label="Search my notes" {...(q && { clearHref: address })}>
        <Field form={emptyForm({ q })} name="q" label="Words in a note or a passage" required={false} />
      </FilterBar>
      {notes.length === 0 ? <Nothing isSearch={q !== ''} /> : ''}
      {lessons.map(([lesson, ofLesson]) => (
        <section class="section" aria-labelledby={`lesson-${lesson}`}>
          <h2 id={`lesson-${lesson}`} safe>
            {ofLesson[0]!.lessonTitle}
          </h2>
          <ul class="notes">
            {ofLesson.map((note) => (
              <NoteItem course={course.slug} note={note} {...(isOpen && { href: `/learn/${course.slug}/${lesson}` })} />
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  );
}

function Exports({ address }: { address: string }): JSX.Element {
  return (
    <>
      <LinkButton look="secondary" icon="download" href={`${address}.md`}>
        Markdown
      </LinkButton>
      <LinkButton look="secondary" icon="download" href={`${address}.csv`}>
        CSV
      </LinkButton>
      <PrintButton />
    </>
  );
}

const Closed = (): JSX.Element => (
  <Alert kind="info" title="You do not study this course at the moment">
    <p>Your own words, and the passages that you quoted, stay yours to read, change, take with you and delete.</p>
  </Alert>
);

const Nothing = ({ isSearch }: { isSearch: boolean }): JSX.Element => (
  <EmptyState
    title={isSearch ? 'Nothing found' : 'No note yet'}
    text={
      isSearch
        ? 'No note and no passage has these words.'
        : 'Select a passage in a lesson to highlight it or to write a note on it, or write below a lesson.'
    }
    icon="notebook-pen"
  />
);
