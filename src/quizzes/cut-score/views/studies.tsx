import {
  Badge,
  Button,
  Checkbox,
  EmptyState,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Select,
  Table,
  Textarea,
  Time,
} from '../../../web/index.js';
import { statusOf } from '../cut-score.schemas.js';
import type { StudyRow } from '../study.queries.js';

interface Props {
  page: PageContext;
  form: FormState;
  studies: StudyRow[];
  quizzes: { id: string; title: string; courseSlug: string }[];
}

export const statusWords = {
  open: { label: 'Open', kind: 'accent' },
  closed: { label: 'Waits for adoption', kind: 'signal' },
  adopted: { label: 'In force', kind: 'accent' },
  replaced: { label: 'Replaced', kind: 'neutral' },
} as const;

const columns = [
  { label: 'Quiz or exam' },
  { label: 'Status' },
  { label: 'Round', numeric: true },
  { label: 'Items', numeric: true },
  { label: 'Opened' },
  { label: 'Your ratings' },
];

export function StudiesView({ page, form, studies, quizzes }: Props): JSX.Element {
  const mayOpen = page.viewer?.roles.some((role) => role === 'examiner' || role === 'admin') ?? false;
  return (
    <Layout page={page} title="Cut scores" width="wide" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader
        title="Cut scores"
        lead="A panel says, item by item, how many of 100 candidates who are just competent would get it right. What they say together is where the exam passes."
      />
      {studies.length === 0 ? (
        <EmptyState title="No study yet" text="Quizzes without a study pass at their percentage." />
      ) : (
        <Table
          caption="Studies"
          columns={columns}
          rows={studies.map((study) => cells(study, page.viewer?.personId, mayOpen))}
        />
      )}
      {mayOpen ? <OpenForm form={form} quizzes={quizzes} /> : ''}
    </Layout>
  );
}

const cells = (study: StudyRow, personId: string | undefined, mayLead: boolean): JSX.Element[] => [
  <span>
    {mayLead ? (
      <a href={`/examiners/cut-scores/${study.id}`} safe>
        {study.quizTitle}
      </a>
    ) : (
      <span safe>{study.quizTitle}</span>
    )}
    <span class="cell-note" safe>
      {study.courseSlug}
    </span>
  </span>,
  <Badge {...statusWords[statusOf(study)]} />,
  <span>{study.round}</span>,
  <span>{study.items}</span>,
  <Time at={study.openedAt} date />,
  personId && study.judgeIds.includes(personId) ? (
    <a href={`/examiners/cut-scores/${study.id}/ratings`}>
      Your sheet
      <span class="visually-hidden" safe>
        {` for ${study.quizTitle}`}
      </span>
    </a>
  ) : (
    <span class="soft">Not on the panel</span>
  ),
];

function OpenForm({ form, quizzes }: Pick<Props, 'form' | 'quizzes'>): JSX.Element {
  return (
    <section class="section">
      <h2>Open a study</h2>
      <p>It takes all items that the quiz may draw today, in their versions of today.</p>
      <form class="form" method="post" action="/examiners/cut-scores" novalidate>
        <Select
          form={form}
          name="quiz"
          label="Quiz or exam"
          placeholder="Choose"
          options={quizzes.map(({ id, title, courseSlug }) => ({ value: id, label: `${title} (${courseSlug})` }))}
        />
        <Textarea
          form={form}
          name="candidate"
          label="The candidate who is just competent"
          help="Whom the judges think of: what this person can do, and what not yet."
          rows={4}
          maxlength={2000}
        />
        <Checkbox
          form={form}
          name="showsFacility"
          label="From the second round on, show how many got each item right"
          required={false}
        />
        <div class="form-actions">
          <Button>Open study</Button>
        </div>
      </form>
    </section>
  );
}
