import { Layout, type PageContext, PageHeader, Table } from '../../../web/index.js';
import type { EvaluatedCourse } from '../evaluation.queries.js';

/** Courses with how many evaluated them. */
export const EvaluatedCoursesView = ({
  page,
  courses,
}: {
  page: PageContext;
  courses: EvaluatedCourse[];
}): JSX.Element => (
  <Layout page={page} title="Evaluations" tone="working">
    <PageHeader title="Evaluations" lead="What learners say about a course once they finished it." />
    <Table
      caption="Evaluations of each course"
      columns={[{ label: 'Course' }, { label: 'Evaluations', numeric: true }, { label: 'Completed', numeric: true }]}
      rows={courses.map(({ slug, title, count, completed }) => [
        <a href={`/author/evaluations/${slug}`} safe>
          {title}
        </a>,
        <span safe>{String(count)}</span>,
        <span safe>{String(completed)}</span>,
      ])}
    />
  </Layout>
);
