import type { CourseCard } from '../../courses/index.js';
import {
  ActForm,
  Button,
  Card,
  EmptyState,
  Field,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Table,
  Time,
} from '../../web/index.js';
import { draftAddress } from '../author-address.js';
import type { DraftCard } from '../drafts/draft.queries.js';
import { StateBadge } from './state-badge.js';

interface DeskProps {
  page: PageContext;
  courses: CourseCard[];
  drafts: DraftCard[];
  form: FormState;
}

/** The courses, and what is being written. */
export function DeskView({ page, courses, drafts, form }: DeskProps): JSX.Element {
  return (
    <Layout page={page} title="Courses" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader
        title="Courses"
        lead="A draft becomes the next edition once somebody else has read it. Learners stay in the edition they began."
        actions={
          <LinkButton href="/author/claims" look="secondary" icon="calendar-clock">
            Claims falling due
          </LinkButton>
        }
      />
      <section class="section" aria-labelledby="drafts">
        <h2 id="drafts">Drafts</h2>
        {drafts.length === 0 ? (
          <EmptyState icon="file-pen" title="Nothing is being written" text="Begin a draft of a course below." />
        ) : (
          <Drafts drafts={drafts} />
        )}
      </section>
      <section class="section" aria-labelledby="courses">
        <h2 id="courses">Published</h2>
        <Courses courses={courses} />
      </section>
      <Card title="A course that is not there yet">
        <form class="form" method="post" action="/author/drafts" novalidate>
          <input type="hidden" name="from" value="nothing" />
          <Field form={form} name="course" label="Name in addresses" help="Small letters, digits and hyphens." />
          <div class="form-actions">
            <Button>Begin a course</Button>
          </div>
        </form>
      </Card>
    </Layout>
  );
}

const Drafts = ({ drafts }: { drafts: DraftCard[] }): JSX.Element => (
  <Table
    caption="Drafts"
    columns={[{ label: 'Course' }, { label: 'State' }, { label: 'Begun by' }, { label: 'Last changed' }]}
    rows={drafts.map(({ id, course, title, state, begunBy, changedAt }) => [
      <a href={draftAddress(id)} safe>
        {title ?? course}
      </a>,
      <StateBadge state={state} />,
      <span safe>{begunBy}</span>,
      <Time at={changedAt} />,
    ])}
  />
);

const Courses = ({ courses }: { courses: CourseCard[] }): JSX.Element => (
  <Table
    caption="Published courses"
    columns={[
      { label: 'Course' },
      { label: 'Lessons', numeric: true },
      { label: 'Reviewed' },
      { label: 'Next edition' },
    ]}
    rows={courses.map(({ slug, title, lessonCount, reviewedOn }) => [
      <a href={`/author/courses/${slug}/editions`} safe>
        {title}
      </a>,
      <span>{lessonCount}</span>,
      <span safe>{reviewedOn}</span>,
      <ActForm
        action="/author/drafts"
        label={`Begin a draft of ${title}`}
        small
        values={{ course: slug, from: 'edition' }}
      />,
    ])}
  />
);
