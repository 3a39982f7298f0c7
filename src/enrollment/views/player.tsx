import { ReviewedOn, Sources } from '../../courses/index.js';
import {
  Badge,
  Button,
  type FormState,
  Layout,
  LessonFooter,
  LinkButton,
  type PageContext,
  PageHeader,
  PrintButton,
  Prose,
} from '../../web/index.js';
import { itemAddress, neighbours } from '../outline-position.js';
import { isComplete, nextOpen, ruleOf } from '../rules/rule-of.js';
import type { LessonPackage } from '../lesson-packages.js';
import type { LessonVideo } from '../lesson-videos.js';
import type { StudiedLesson } from '../study-lesson.js';
import { Played, Resource } from './lesson-resource.js';
import { CourseOutline } from './course-outline.js';
import { LessonNotes } from '../notes/lesson-notes.js';
import type { Note } from '../notes/note.queries.js';
import { PlayerKeys } from './player-keys.js';
import { PlaceLink } from './place-link.js';

type Lesson = NonNullable<StudiedLesson['lesson']>;

interface PlayerProps {
  page: PageContext;
  studied: StudiedLesson;
  lesson: Lesson;
  /** What is played in it. */
  played: LessonPackage | undefined;
  /** What is seen in it, above its text. */
  video: LessonVideo | undefined;
  /** The way to what is said about it. */
  discussion: JSX.Element;
  /** What they wrote in it, and the form for more. */
  notes: Note[];
  noteForm: FormState;
}

/** A lesson beside the outline of its course. */
export function PlayerView(props: PlayerProps): JSX.Element {
  const { page, studied, lesson, played, video, discussion, notes, noteForm } = props;
  const { courseSlug, title, outline, resource } = studied;
  const { previous, next } = neighbours(outline, lesson.slug);
  const link = (item: typeof next) =>
    item && ruleOf(item, studied).isOpen ? { href: itemAddress(courseSlug, item), title: item.title } : undefined;
  const beside = <CourseOutline access={studied} current={lesson.slug} />;
  return (
    <Layout
      page={page}
      title={`${lesson.title} · ${title}`}
      description={lesson.summary}
      width="player"
      scripts={['print', 'local-time', 'lesson-place', 'lesson-notes', 'player-keys', ...(video ? video.scripts : [])]}
      outline={beside}
      exit={{ href: '/learning', label: 'My learning' }}
    >
      <article class="lesson reading">
        <PageHeader
          title={lesson.title}
          kicker={title}
          lead={lesson.summary}
          meta={<LessonMeta {...{ studied, lesson }} />}
          actions={<PrintButton />}
        />
        <PlaceLink course={courseSlug} lesson={lesson.slug} place={studied.place} />
        {video ? video.player : ''}
        <Prose html={lesson.html} />
        {played ? <Played played={played} /> : ''}
        {resource ? <Resource resource={resource} /> : ''}
        <Sources sources={lesson.sources} />
        <p class="lesson-note">
          For licensed medical professionals within their scope. Check the current label before you treat.
        </p>
        {discussion}
        <LessonNotes course={courseSlug} lesson={lesson.slug} notes={notes} form={noteForm} />
      </article>
      <LessonFooter previous={link(previous)} next={link(next)}>
        <LessonAct studied={studied} lesson={lesson} played={played} video={video} />
      </LessonFooter>
      <PlayerKeys />
    </Layout>
  );
}

function LessonMeta({ studied, lesson }: Pick<PlayerProps, 'studied' | 'lesson'>): JSX.Element {
  return (
    <>
      <span safe>{`${lesson.minutes} min`}</span>
      <ReviewedOn day={lesson.reviewedOn} />
      {studied.progress[lesson.slug] ? <Badge label="Done" kind="accent" icon="check" /> : ''}
    </>
  );
}

/** One thing to do at the end: complete and go on, or, when it is done, go on. */
function LessonAct({
  studied,
  lesson,
  played,
  video,
}: Pick<PlayerProps, 'studied' | 'lesson' | 'played' | 'video'>): JSX.Element {
  const { courseSlug, outline, progress } = studied;
  if (progress[lesson.slug]) {
    const open = nextOpen(studied);
    return (
      <LinkButton href={open ? itemAddress(courseSlug, open) : '/learning'} iconAfter="arrow-right">
        {open ? 'Continue' : 'Course complete: to my learning'}
      </LinkButton>
    );
  }
  if (played) {
    return (
      <LinkButton href={played.href} icon="play">
        Open the package
      </LinkButton>
    );
  }
  if (video?.act) return video.act;
  const isLast = isComplete(outline, { ...progress, [lesson.slug]: true }) && !studied.completedAt;
  return (
    <form method="post" action={`/learn/${courseSlug}/${lesson.slug}/completion`}>
      <Button icon="check">{isLast ? 'Complete the course' : 'Complete and continue'}</Button>
    </form>
  );
}
