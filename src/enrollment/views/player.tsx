import { ReviewedOn, SourceLink, Sources } from '../../courses/index.js';
import {
  Badge,
  Button,
  Card,
  Layout,
  LessonFooter,
  LinkButton,
  type PageContext,
  PageHeader,
  PrintButton,
  Prose,
} from '../../web/index.js';
import { isDone, itemAddress, neighbours, nextOpen } from '../outline-position.js';
import type { LessonPackage } from '../lesson-packages.js';
import type { LessonVideo } from '../lesson-videos.js';
import type { LessonResource, StudiedLesson } from '../study-lesson.js';
import { CourseOutline } from './course-outline.js';
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
}

/** A lesson beside the outline of its course. */
export function PlayerView({ page, studied, lesson, played, video, discussion }: PlayerProps): JSX.Element {
  const { courseSlug, title, outline, progress, resource } = studied;
  const { previous, next } = neighbours(outline, lesson.slug);
  const link = (item: typeof next) => item && { href: itemAddress(courseSlug, item), title: item.title };
  const beside = (
    <CourseOutline course={courseSlug} title={title} outline={outline} progress={progress} current={lesson.slug} />
  );
  return (
    <Layout
      page={page}
      title={`${lesson.title} · ${title}`}
      description={lesson.summary}
      width="player"
      scripts={['print', 'lesson-place', ...(video ? video.scripts : [])]}
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
      </article>
      <LessonFooter previous={link(previous)} next={link(next)}>
        <LessonAct studied={studied} lesson={lesson} played={played} />
      </LessonFooter>
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
function LessonAct({ studied, lesson, played }: Pick<PlayerProps, 'studied' | 'lesson' | 'played'>): JSX.Element {
  const { courseSlug, outline, progress } = studied;
  if (progress[lesson.slug]) {
    const open = nextOpen(outline, progress);
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
  const isLast = outline.every(({ items }) =>
    items.every((item) => item.slug === lesson.slug || isDone(progress, item)),
  );
  return (
    <form method="post" action={`/learn/${courseSlug}/${lesson.slug}/completion`}>
      <Button icon="check">{isLast ? 'Complete the course' : 'Complete and continue'}</Button>
    </form>
  );
}

/** What is played on a page of its own; finishing it completes the lesson. */
function Played({ played }: { played: LessonPackage }): JSX.Element {
  return (
    <Card title={played.title} level={2}>
      <p>
        This lesson is played on a page of its own and is complete once you finish it there. You can stop and go on
        later.
      </p>
      <LinkButton href={played.href} icon="play">
        Open the package
      </LinkButton>
    </Card>
  );
}

/** The article that stands in the lesson, with what its author is owed. */
function Resource({ resource }: { resource: LessonResource }): JSX.Element {
  return (
    <section class="lesson-resource" aria-labelledby="resource-title">
      <header>
        <p class="kicker">Resource article</p>
        <h2 id="resource-title" safe>
          {resource.title}
        </h2>
        <p class="page-meta">
          <span safe>{resource.author}</span>
          <ReviewedOn day={resource.reviewedOn} />
          <a href={`/articles/${resource.slug}`}>Open it on its own page</a>
        </p>
      </header>
      <Prose html={resource.html} />
      <Sources sources={resource.sources} id="resource-sources" />
      <footer class="article-notes">
        {resource.origin ? (
          <p>
            First published: <SourceLink source={resource.origin} />
          </p>
        ) : (
          ''
        )}
        {resource.trademarks.map((notice) => (
          <p safe>{notice}</p>
        ))}
      </footer>
    </section>
  );
}
