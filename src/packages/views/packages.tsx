import type { CourseDetail } from '../../courses/index.js';
import {
  Button,
  Card,
  EmptyState,
  FileField,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Select,
  Table,
  Time,
} from '../../web/index.js';
import type { PackageCard } from '../package.queries.js';
import { standardWords } from './standard-words.js';

interface PackagesProps {
  page: PageContext;
  packages: PackageCard[];
  courses: CourseDetail[];
  form: FormState;
}

/** The packages that play in lessons, and a form for one more. */
export function PackagesView({ page, packages, courses, form }: PackagesProps): JSX.Element {
  return (
    <Layout page={page} title="Packages" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader
        title="Packages"
        lead="A lesson with a package is complete once the package is finished. Who began an earlier version stays with it."
      />
      <section class="section" aria-labelledby="known">
        <h2 id="known">In lessons</h2>
        {packages.length === 0 ? (
          <EmptyState icon="package" title="No lesson has a package" text="Upload one below." />
        ) : (
          <Known packages={packages} />
        )}
      </section>
      <Card title="Upload a package">
        <form class="form" method="post" action="/author/packages" enctype="multipart/form-data" novalidate>
          <Select form={form} name="place" label="Lesson" placeholder="Choose a lesson" options={placesOf(courses)} />
          <FileField
            form={form}
            name="file"
            label="Package"
            help="SCORM 1.2 or 2004, a zip file of at most 100 MB, 500 MB and 2,000 files once unpacked."
            accept=".zip,application/zip"
          />
          <div class="form-actions">
            <Button>Upload</Button>
          </div>
        </form>
      </Card>
    </Layout>
  );
}

const placesOf = (courses: CourseDetail[]) =>
  courses.flatMap(({ slug, title, outline }) =>
    outline
      .flatMap(({ items }) => items)
      .filter(({ kind }) => kind === 'lesson')
      .map((lesson) => ({ value: `${slug}/${lesson.slug}`, label: `${title}: ${lesson.title}` })),
  );

const Known = ({ packages }: { packages: PackageCard[] }): JSX.Element => (
  <Table
    caption="Packages"
    columns={[
      { label: 'Package' },
      { label: 'Lesson' },
      { label: 'Standard' },
      { label: 'Opened', numeric: true },
      { label: 'Finished', numeric: true },
      { label: 'Uploaded' },
    ]}
    rows={packages.map((each) => [
      <a href={`/author/packages/${each.id}`} safe>
        {`${each.title}, version ${each.number}`}
      </a>,
      <span safe>{`${each.course} / ${each.lesson}`}</span>,
      <span safe>{standardWords(each.standard)}</span>,
      <span>{each.opened}</span>,
      <span>{each.finished}</span>,
      <Time at={each.uploadedAt} />,
    ])}
  />
);
