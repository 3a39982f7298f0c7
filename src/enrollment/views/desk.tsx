import type { OutlineItem } from '../../courses/index.js';
import {
  Badge,
  EmptyState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Progress,
  Time,
  type Viewer,
} from '../../web/index.js';
import type { Enrolled, PausedCourse } from '../enrollment.queries.js';
import { doneCount, itemsOf } from '../outline-position.js';
import type { NotedCourse } from '../notes/note.queries.js';
import { Noted } from '../notes/noted-courses.js';
import type { Place } from '../place/place.queries.js';
import { whereToGoOn } from '../rules/where-to-go-on.js';
import type { LessonRecall } from '../lesson-recalls.js';
import { Recalled } from './recalled.js';
import { EvaluationLink } from '../evaluation/views/evaluation-link.js';
import { Waiting } from './waiting.js';
import { Paused } from './paused.js';

interface DeskProps {
  page: PageContext;
  viewer: Viewer;
  enrolled: Enrolled[];
  paused: PausedCourse[];
  recalls: LessonRecall[];
  /** Where they stopped last, by enrollment. */
  places: ReadonlyMap<string, Place>;
  noted: NotedCourse[];
}

/** The learner's desk: what goes on, what is finished, and where to find more. */
export function DeskView({ page, viewer, enrolled, paused, recalls, places, noted }: DeskProps): JSX.Element {
  const latestFirst = enrolled
    .map((course) => ({ ...course, place: places.get(course.enrollmentId) }))
    .toSorted(byLastSeen);
  const open = latestFirst.filter(({ completedAt }) => !completedAt);
  const complete = latestFirst.filter(({ completedAt }) => completedAt);
  const certificates = (
    <LinkButton href="/certificates" look="secondary" icon="award">
      My certificates
    </LinkButton>
  );
  return (
    <Layout page={page} title="My learning" tone="working" scripts={['local-time']}>
      <PageHeader
        title="My learning"
        lead={greeting(viewer.name, open.length, complete.length)}
        actions={certificates}
      />
      <Recalled recalls={recalls} />
      {enrolled.length + paused.length === 0 ? <NothingYet /> : ''}
      {paused.length > 0 ? <Paused courses={paused} /> : ''}
      {open.length > 0 ? <Courses title="In progress" id="in-progress" courses={open} /> : ''}
      {complete.length > 0 ? <Courses title="Completed" id="completed" courses={complete} /> : ''}
      {noted.length > 0 ? <Noted courses={noted} /> : ''}
    </Layout>
  );
}

type Studied = Enrolled & { place: Place | undefined };

const lastSeen = ({ lastSeenAt, place }: Studied) => Math.max(lastSeenAt.getTime(), place?.savedAt.getTime() ?? 0);

/** What was studied last comes first; courses of one bundle that were not begun keep the order of the bundle. */
function byLastSeen(a: Studied, b: Studied): number {
  return lastSeen(b) - lastSeen(a) || (a.enrollmentId < b.enrollmentId ? -1 : 1);
}

function greeting(name: string, open: number, complete: number): string {
  if (open > 0) return `Welcome back, ${name}. Go on where you left off.`;
  return complete > 0 ? `Well done, ${name}: every course here is complete.` : `Welcome, ${name}.`;
}

function NothingYet(): JSX.Element {
  return (
    <EmptyState
      title="No course yet"
      text="Courses you buy or are given appear here at once, with your progress kept on every device."
      icon="graduation-cap"
    >
      <LinkButton href="/catalogue">Find a course</LinkButton>
    </EmptyState>
  );
}

function Courses({ title, id, courses }: { title: string; id: string; courses: Studied[] }): JSX.Element {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id} safe>
        {title}
      </h2>
      <ul class="cards">
        {courses.map((course) => (
          <li>
            <Course course={course} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Course({ course }: { course: Studied }): JSX.Element {
  const { outline, progress, completedAt, place } = course;
  const [done, count] = [doneCount(outline, progress), itemsOf(outline).length];
  const { item: next, block } = whereToGoOn(course, place);
  const began = Object.keys(progress).length > 0;
  return (
    <article class="desk-course">
      <h3>
        <a href={`/learn/${course.courseSlug}`} safe>
          {course.title}
        </a>
      </h3>
      <p class="soft" safe>
        {course.summary}
      </p>
      <Progress value={done} max={count} label={`Progress in ${course.title}`} text={`${done} of ${count} done`} />
      {completedAt ? (
        <p class="desk-state">
          <Badge label="Complete" kind="accent" icon="check" /> <Time at={completedAt} date />
        </p>
      ) : (
        <p class="desk-state soft">
          {next ? (
            <span safe>{block ? `You stopped in: ${next.title}` : nextSentence(next)}</span>
          ) : (
            <Waiting course={course} />
          )}
        </p>
      )}
      <EvaluationLink course={course} />
      <LinkButton href={`/learn/${course.courseSlug}`} look={completedAt ? 'secondary' : 'primary'} small>
        {completedAt ? 'Review' : began ? 'Continue' : 'Start'}
        <span class="visually-hidden" safe>{` ${course.title}`}</span>
      </LinkButton>
    </article>
  );
}

function nextSentence(next: OutlineItem): string {
  return next.kind === 'quiz' ? `Next: ${next.title} (quiz)` : `Next: ${next.title}, ${next.minutes} min`;
}
