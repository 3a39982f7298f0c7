import {
  EmptyState,
  Field,
  filterAddress,
  FilterBar,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Pagination,
  Select,
  Table,
  Time,
} from '../../../web/index.js';
import type { DeskAttempt, DeskFilter } from '../attempt-desk.queries.js';
import { standing } from './words.js';

interface Props {
  page: PageContext;
  form: FormState;
  filter: DeskFilter;
  attempts: DeskAttempt[];
  next: string | undefined;
}

const statuses = [
  { value: 'live', label: 'Running' },
  { value: 'waiting', label: 'With an examiner' },
  { value: 'finished', label: 'Graded' },
  { value: 'void', label: 'Void' },
];

const columns = [
  { label: 'Person' },
  { label: 'Exam' },
  { label: 'Standing' },
  { label: 'Answered', numeric: true },
  { label: 'Marks', numeric: true },
  { label: 'Started' },
];

/** Every attempt, newest first, for whoever watches over exams. */
export function AttemptsDesk({ page, form, filter, attempts, next }: Props): JSX.Element {
  return (
    <Layout page={page} title="Attempts" width="wide" tone="working" form={form}>
      <PageHeader title="Attempts" lead="Watch over running exams, and look up how an attempt went." />
      <FilterBar action="/examiners/attempts" label="Find attempts" clearHref="/examiners/attempts">
        <Field form={form} name="q" label="Person or exam" type="search" />
        <Select form={form} name="status" label="Standing" options={statuses} placeholder="All" />
      </FilterBar>
      {attempts.length === 0 ? (
        <EmptyState title="No attempts" text="Nobody sat an exam that fits this search." />
      ) : (
        <Table caption="Attempts" columns={columns} rows={attempts.map(cells)} />
      )}
      <Pagination nextHref={next && filterAddress('/examiners/attempts', { ...filter, after: next })} />
    </Layout>
  );
}

const cells = (attempt: DeskAttempt): JSX.Element[] => [
  <span>
    <a href={`/examiners/attempts/${attempt.id}`} safe>
      {attempt.person.name}
    </a>
    <span class="cell-note" safe>
      {attempt.person.email}
    </span>
  </span>,
  <span safe>{`${attempt.quiz.title}, attempt ${attempt.number}`}</span>,
  <span safe>{standing(attempt)}</span>,
  <span safe>{`${attempt.answered} of ${attempt.questions}`}</span>,
  <span safe>{attempt.awarded === null ? '–' : `${attempt.awarded} of ${attempt.possible}`}</span>,
  <Time at={attempt.startedAt} />,
];
