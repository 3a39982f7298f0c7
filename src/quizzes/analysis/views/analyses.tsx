import {
  EmptyState,
  filterAddress,
  FilterBar,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Select,
  Table,
  Time,
} from '../../../web/index.js';
import type { Which } from '../analysis.js';
import type { AnalysedQuiz } from '../analysis.queries.js';
import { figure } from '../item-columns.js';
import { kindWords, whichOptions } from './words.js';

interface Props {
  page: PageContext;
  form: FormState;
  which: Which;
  quizzes: AnalysedQuiz[];
}

const columns = [
  { label: 'Quiz or exam' },
  { label: 'Kind' },
  { label: 'Attempts now', numeric: true },
  { label: 'Counted', numeric: true },
  { label: 'Mean %', numeric: true },
  { label: 'Passed %', numeric: true },
  { label: 'Consistency %', numeric: true },
  { label: 'Computed' },
];

export function AnalysesView({ page, form, which, quizzes }: Props): JSX.Element {
  return (
    <Layout page={page} title="Item analysis" width="wide" tone="working" form={form}>
      <PageHeader
        title="Item analysis"
        lead="What the marks of all attempts say of quizzes, exams and their questions. Voided attempts do not count."
      />
      <FilterBar action="/examiners/analysis" label="Which attempts count">
        <Select form={form} name="which" label="Attempts" options={whichOptions} />
      </FilterBar>
      {quizzes.length === 0 ? (
        <EmptyState title="No quiz yet" text="Quizzes and exams appear here once a course has them." />
      ) : (
        <Table caption="Quizzes and exams" columns={columns} rows={quizzes.map((quiz) => cells(quiz, which))} />
      )}
    </Layout>
  );
}

function cells(quiz: AnalysedQuiz, which: Which): JSX.Element[] {
  const { summary } = quiz;
  const mean = summary?.mean == null ? null : (100 * summary.mean) / summary.possible;
  return [
    <span>
      <a href={filterAddress(`/examiners/analysis/${quiz.quizId}`, { which })} safe>
        {quiz.title}
      </a>
      <span class="cell-note" safe>
        {quiz.courseSlug}
      </span>
    </span>,
    <span safe>{kindWords[quiz.kind] ?? quiz.kind}</span>,
    <span safe>{String(quiz.attempts)}</span>,
    <span>{summary?.attempts ?? '–'}</span>,
    <span safe>{figure(mean, 1)}</span>,
    <span safe>{figure(summary?.passRate ?? null, 1)}</span>,
    <span safe>{figure(summary?.consistency ?? null, 1)}</span>,
    quiz.computedAt ? <Time at={quiz.computedAt} /> : <span>Not yet</span>,
  ];
}
