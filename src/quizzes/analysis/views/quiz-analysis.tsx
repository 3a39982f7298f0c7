import {
  Checkbox,
  EmptyState,
  filterAddress,
  FilterBar,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Select,
  Table,
} from '../../../web/index.js';
import { fewest } from '../analysis.js';
import type { AnalysedQuiz } from '../analysis.queries.js';
import { figure, type ItemsQuery, tableColumns } from '../item-columns.js';
import type { ShownItem } from '../read-quiz-analysis.js';
import { count } from '../../views/words.js';
import { AsOf } from './as-of.js';
import { Flags } from './flags.js';
import { Histogram } from './histogram.js';
import { SummarySection } from './summary.js';
import { whichOptions } from './words.js';

interface Props {
  page: PageContext;
  form: FormState;
  query: ItemsQuery;
  quiz: AnalysedQuiz;
  items: ShownItem[];
  /** How many items there are without the filter. */
  all: number;
}

export function QuizAnalysisView({ page, form, query, quiz, items, all }: Props): JSX.Element {
  const address = `/examiners/analysis/${quiz.quizId}`;
  const { summary } = quiz;
  const crumbs = [{ href: '/examiners/analysis', label: 'Item analysis' }, { label: quiz.title }];
  return (
    <Layout
      {...{ page, form, breadcrumbs: crumbs }}
      title={`Item analysis: ${quiz.title}`}
      width="wide"
      tone="working"
      scripts={quiz.pending ? ['await-state'] : []}
    >
      <PageHeader
        kicker={quiz.courseSlug}
        title={quiz.title}
        meta={<AsOf quiz={quiz} which={query.which} />}
        actions={
          <LinkButton look="secondary" href={`/bank/blueprints/${quiz.quizId}`}>
            Blueprint
          </LinkButton>
        }
      />
      <FilterBar
        action={address}
        label="Which attempts and items"
        clearHref={address}
        exportHref={filterAddress(`/api${address}/items.csv`, query)}
      >
        <Select form={form} name="which" label="Attempts" options={whichOptions} />
        <Checkbox form={form} name="flagged" value="yes" label="Only items to check" required={false} />
      </FilterBar>
      {!summary || summary.attempts === 0 ? (
        <EmptyState
          title="No figures yet"
          text="They are computed once somebody has sat it, each night or when asked."
        />
      ) : (
        <>
          <SummarySection summary={summary} />
          <Histogram summary={summary} />
          <section class="section">
            <h2>Items</h2>
            <p safe>
              {`${count(items.length, 'item')} of ${all}. Figures in grey come from fewer than ${fewest} answers.`}
            </p>
            <Table
              caption="Items"
              columns={headings(query, address)}
              rows={items.map((item) => cells(item, address, query))}
            />
          </section>
        </>
      )}
    </Layout>
  );
}

function headings(query: ItemsQuery, address: string) {
  const { sort = 'flags', order } = query;
  const heading = (key: string, label: string, numeric: boolean, first: 'ascending' | 'descending') => {
    const now = sort === key ? (order ?? first) : undefined;
    const next = now ? (now === 'ascending' ? 'descending' : 'ascending') : first;
    return { label, numeric, sorted: now, sortHref: filterAddress(address, { ...query, sort: key, order: next }) };
  };
  return [
    { label: 'Question' },
    heading('flags', 'Look at', false, 'descending'),
    ...tableColumns.map(({ key, label }) => heading(key, label, true, 'ascending')),
  ];
}

function cells(item: ShownItem, address: string, { which }: ItemsQuery): JSX.Element[] {
  return [
    <span class="item-name">
      <a href={filterAddress(`${address}/${item.questionId}`, { which })} safe>
        {item.name}
      </a>
      <span class="cell-note" safe>
        {item.text}
      </span>
    </span>,
    <Flags flags={item.flags} />,
    ...tableColumns.map(({ of, digits }) => (
      <span class={item.n < fewest ? 'few-answers' : undefined} safe>
        {figure(of(item), digits)}
      </span>
    )),
  ];
}
