import { hoursOf } from '../hours-progress.js';
import { categoryName, inHours } from '../hours-words.js';
import {
  Badge,
  Button,
  EmptyState,
  Field,
  FileField,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Select,
  Table,
  Time,
} from '../../../web/index.js';
import { RequirementList } from '../../certifications/views/requirement-list.js';
import type { HoursEntry, Renewable } from '../hours.queries.js';

interface Props {
  page: PageContext;
  form: FormState;
  entries: HoursEntry[];
  renewable: Renewable[];
  categories: string[];
}

const badges = {
  reported: { label: 'Waits', kind: 'outline' },
  accepted: { label: 'Accepted', kind: 'accent' },
  refused: { label: 'Refused', kind: 'signal' },
} as const;

/** What is still to do until a certification is renewed, and the hours one has. */
export function PlannerView({ page, form, entries, renewable, categories }: Props): JSX.Element {
  return (
    <Layout page={page} title="Continuing education" width="reading" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader
        title="Continuing education"
        lead="What your certifications ask for until they are renewed, and what counts so far."
      />
      {renewable.map((certification) => (
        <section class="section">
          <h2 safe>{certification.title}</h2>
          <p>
            <span safe>{until(certification, page.now)}</span> <Time at={certification.validUntil} date />
          </p>
          <RequirementList requirements={states(certification)} />
        </section>
      ))}
      <section class="section">
        <h2>Your hours</h2>
        {entries.length === 0 ? (
          <EmptyState
            title="No hours yet"
            text="Courses you complete here count by themselves. Report what you attended elsewhere."
            icon="clock"
          />
        ) : (
          <Table caption="Your hours" columns={columns} rows={entries.map(cells)} />
        )}
      </section>
      <section class="section">
        <h2>Report hours from elsewhere</h2>
        <Report form={form} categories={categories} />
      </section>
    </Layout>
  );
}

const columns = [
  { label: 'What' },
  { label: 'Category' },
  { label: 'Held', numeric: true },
  { label: 'Hours', numeric: true },
  { label: 'State' },
];

const cells = ({ title, provider, category, heldOn, minutes, status, reason }: HoursEntry): JSX.Element[] => [
  <>
    <span safe>{title}</span>
    <br />
    <small safe>{[provider, reason].filter(Boolean).join('. ')}</small>
  </>,
  <span safe>{categoryName(category)}</span>,
  <Time at={new Date(heldOn)} date />,
  <span safe>{inHours(minutes)}</span>,
  <Badge {...badges[status]} />,
];

const until = ({ validUntil }: Renewable, now: Date): string =>
  validUntil > now ? `${Math.ceil((+validUntil - +now) / 86_400_000)} days left, until` : 'Ended on';

const states = ({ renewal, professions, counted }: Renewable) =>
  hoursOf(renewal, { hours: counted, licences: professions.map((profession) => ({ profession })) });

function Report({ form, categories }: Pick<Props, 'form' | 'categories'>): JSX.Element {
  const options = categories.map((value) => ({ value, label: categoryName(value) }));
  return (
    <form class="form" method="post" action="/certification-hours" enctype="multipart/form-data" novalidate>
      <Field form={form} name="title" label="What it was" maxlength={200} />
      <Field form={form} name="provider" label="Who held it" maxlength={200} />
      <Select form={form} name="category" label="Category" options={options} placeholder="Choose one" />
      <Field form={form} name="heldOn" type="date" label="Day" size="short" />
      <Field
        form={form}
        name="hours"
        label="Hours"
        help="In quarters, for example 1.5."
        inputmode="decimal"
        size="short"
      />
      <FileField
        form={form}
        name="file"
        label="The provider’s certificate"
        help="A photograph or a PDF, up to 8 MB. It is kept encrypted and deleted once your hours are decided on."
        accept="image/jpeg,image/png,image/webp,application/pdf"
        required={false}
      />
      <Button>Report these hours</Button>
    </form>
  );
}
