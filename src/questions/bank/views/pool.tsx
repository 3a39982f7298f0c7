import {
  Badge,
  EmptyState,
  Field,
  FilterBar,
  filterAddress,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Pagination,
  Select,
  Table,
} from '../../../web/index.js';
import { cognitiveLevels, difficulties } from '../../authored.js';
import { authoredTypes, typeWords } from '../../editor/editors.js';
import { bankCrumb, poolAddress, questionAddress } from '../bank-address.js';
import { type BankFilter, bankSorts, questionStates } from '../bank-filter.js';
import { type Coverage, type DeskQuestion, perPage } from '../bank.queries.js';

interface PoolProps {
  page: PageContext;
  pool: { slug: string; title: string };
  filter: BankFilter;
  form: FormState;
  items: DeskQuestion[];
  total: number;
  topics: string[];
  coverage: Coverage[];
}

const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
const yes = [{ value: 'yes', label: 'yes' }];

const isAuthor = ({ viewer }: PageContext): boolean =>
  ['author', 'admin'].some((role) => viewer?.roles.some((own) => own === role));

/** To and from files of other systems. */
const Files = ({ address }: { address: string }): JSX.Element => (
  <>
    <LinkButton href={`${address}/import`} look="secondary" icon="upload">
      Import
    </LinkButton>
    <LinkButton href={`${address}/export`} look="secondary" icon="download">
      Export
    </LinkButton>
  </>
);

/** The questions of a pool: found, filtered, counted. */
export function PoolView(props: PoolProps): JSX.Element {
  const { page, pool, filter, items, total, coverage } = props;
  const address = poolAddress(pool.slug);
  const at = filter.page ?? 1;
  const to = (number: number) => filterAddress(address, { ...filter, page: number });
  return (
    <Layout page={page} title={pool.title} tone="working" breadcrumbs={[bankCrumb, { label: pool.title }]}>
      <PageHeader
        kicker="Pool"
        title={pool.title}
        actions={
          <>
            {isAuthor(page) ? <Files address={address} /> : ''}
            <LinkButton href={`${address}/new`} icon="plus">
              New question
            </LinkButton>
          </>
        }
      />
      <Filters {...props} />
      {items.length === 0 ? (
        <EmptyState icon="search" title="No question is like this" text="Clear the filter, or write the first one." />
      ) : (
        <Questions pool={pool.slug} items={items} />
      )}
      <Pagination
        {...(at > 1 && { previousHref: to(at - 1) })}
        {...(at * perPage < total && { nextHref: to(at + 1) })}
        summary={`${total} ${total === 1 ? 'question' : 'questions'}`}
      />
      <section class="section">
        <h2>What is in use, by topic, difficulty and level</h2>
        <CoverageTable pool={pool.slug} coverage={coverage} />
      </section>
    </Layout>
  );
}

function Filters({ pool, filter, form, topics }: PoolProps): JSX.Element {
  const address = poolAddress(pool.slug);
  const types = authoredTypes.map((value) => ({ value, label: typeWords(value) }));
  const select = (name: string, label: string, options: { value: string; label: string }[], placeholder = 'Any') => (
    <Select form={form} name={name} label={label} options={options} placeholder={placeholder} required={false} />
  );
  return (
    <FilterBar
      action={address}
      label="Questions"
      {...(Object.keys(filter).length > 0 && { clearHref: address })}
      exportHref={filterAddress(`/api/bank/pools/${pool.slug}/questions.csv`, { ...filter, page: undefined })}
    >
      <Field form={form} name="q" type="search" label="Text or name" required={false} />
      {select('topic', 'Topic', same(topics))}
      {select('type', 'Type', types)}
      {select('difficulty', 'Difficulty', same(difficulties))}
      {select('cognitive', 'Level', same(cognitiveLevels))}
      {select('state', 'State', same(questionStates))}
      {select('critical', 'Critical', yes)}
      {select('expiring', 'Expiring', yes)}
      {select('sort', 'Order', same(bankSorts), 'By name')}
    </FilterBar>
  );
}

const Questions = ({ pool, items }: { pool: string; items: DeskQuestion[] }): JSX.Element => (
  <Table
    caption="Questions"
    columns={[
      { label: 'Question' },
      { label: 'State' },
      { label: 'Type' },
      { label: 'Topic' },
      { label: 'Difficulty' },
      { label: 'Level' },
      { label: 'Marks', numeric: true },
      { label: 'Drawn, 90 days', numeric: true },
      { label: 'Until' },
    ]}
    rows={items.map((each) => [
      <>
        <a href={questionAddress(pool, each.slug)} safe>
          {each.slug}
        </a>
        <p class="soft" safe>
          {shortened(each.text)}
        </p>
      </>,
      <StateBadges of={each} />,
      <span safe>{typeWords(each.type)}</span>,
      <span safe>{each.topic}</span>,
      <span safe>{each.difficulty}</span>,
      <span safe>{each.cognitive}</span>,
      <span>{each.marks}</span>,
      <Drawn of={each} />,
      <span safe>{each.validUntil ?? ''}</span>,
    ])}
  />
);

/** In how many papers of late, and in which share of a quiz's papers at most. */
const Drawn = ({ of: { drawn, share, worn } }: { of: DeskQuestion }): JSX.Element => (
  <span class="bank-drawn">
    <span safe>{share === null ? '0' : `${drawn} (${share}%)`}</span>
    {worn ? <Badge label="above its cap" kind="signal" /> : ''}
  </span>
);

type Stated = Pick<DeskQuestion, 'state' | 'waiting' | 'critical'>;

/** What state a question is in. */
export function StateBadges({ of: { state, waiting, critical } }: { of: Stated }): JSX.Element {
  return (
    <span class="cluster">
      <Badge label={state} kind={state === 'in use' ? 'accent' : 'neutral'} />
      {waiting ? <Badge label="waiting for approval" kind="signal" /> : ''}
      {critical ? <Badge label="critical" kind="outline" /> : ''}
    </span>
  );
}

const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

function CoverageTable({ pool, coverage }: { pool: string; coverage: Coverage[] }): JSX.Element {
  if (coverage.length === 0) return <p class="soft">No question is in use yet.</p>;
  const byTopic = Map.groupBy(coverage, ({ topic }) => topic);
  const cells = difficulties.flatMap((difficulty) => cognitiveLevels.map((cognitive) => ({ difficulty, cognitive })));
  return (
    <Table
      caption="Questions in use"
      columns={[
        { label: 'Topic' },
        ...cells.map(({ difficulty, cognitive }) => ({ label: `${difficulty}, ${cognitive}`, numeric: true })),
      ]}
      rows={[...byTopic].map(([topic, of]) => [
        <span safe>{topic}</span>,
        ...cells.map((cell) => {
          const found = of.find((each) => each.difficulty === cell.difficulty && each.cognitive === cell.cognitive);
          return found ? (
            <a href={filterAddress(poolAddress(pool), { topic, ...cell, state: 'in use' })}>{found.questions}</a>
          ) : (
            <span class="soft">0</span>
          );
        }),
      ])}
    />
  );
}
