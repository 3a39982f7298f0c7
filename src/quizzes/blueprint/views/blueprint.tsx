import {
  Button,
  Field,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Select,
  Table,
  Timeline,
} from '../../../web/index.js';
import { cognitiveLevels, difficulties } from '../../../questions/index.js';
import { count } from '../../views/words.js';
import type { DeskBlueprint } from '../blueprint.queries.js';
import type { CoveredCell } from '../cover-cells.js';

interface BlueprintProps {
  page: PageContext;
  desk: DeskBlueprint;
  form: FormState;
}

/** Empty rows below the cells there are. */
const spare = 3;
const any = 'any';
const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** The form as it stands before anything is typed. */
export const formOf = ({ rev, sections }: DeskBlueprint): FormState['values'] => ({
  rev: String(rev),
  ...Object.fromEntries(
    sections.flatMap(({ pool, topic, difficulty, cognitive, count: asked }, at) =>
      Object.entries({ pool, topic, difficulty, cognitive, count: String(asked) }).map(([field, value]) => [
        `sections.${at}.${field}`,
        value,
      ]),
    ),
  ),
});

/** What papers of a quiz are drawn from, cell by cell, and what the bank holds for each. */
export function BlueprintView({ page, desk, form }: BlueprintProps): JSX.Element {
  const { quiz, sections, changes, fromContent } = desk;
  const drawn = sections.reduce((sum, section) => sum + section.count, 0);
  const mayChange = ['author', 'admin'].some((role) => page.viewer?.roles.some((own) => own === role));
  return (
    <Layout
      page={page}
      title={`Blueprint: ${quiz.title}`}
      width="wide"
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/bank', label: 'Question bank' }, { label: `Blueprint: ${quiz.title}` }]}
    >
      <FormErrors form={form} />
      <PageHeader
        kicker="Blueprint"
        title={quiz.title}
        lead={`Each paper holds ${count(drawn, 'question')} of the bank. Papers that are drawn stay as they are.`}
      />
      <section class="section">
        <h2>What is drawn</h2>
        <p class="soft">
          {fromContent
            ? 'As the content folder says.'
            : 'Changed here: it stays until the content folder changes its own.'}
        </p>
        <Cells sections={sections} />
      </section>
      {mayChange ? <Change desk={desk} form={form} /> : ''}
      <Places desk={desk} />
      {changes.length > 0 ? (
        <section class="section">
          <h2>Changes</h2>
          <Timeline
            events={changes.map(({ rev, by, reason, at }) => ({
              ...{ at, title: `Revision ${rev} by ${by ?? 'the content folder'}`, text: reason ?? '' },
            }))}
          />
        </section>
      ) : (
        ''
      )}
    </Layout>
  );
}

const Cells = ({ sections }: { sections: CoveredCell[] }): JSX.Element => (
  <Table
    caption="Cells of the blueprint"
    columns={[
      ...['Topic', 'Difficulty', 'Level', 'Pool'].map((label) => ({ label })),
      ...['Drawn', 'Can be drawn', 'Without enemies', 'Not approved', 'Not valid today'].map((label) => ({
        ...{ label, numeric: true },
      })),
    ]}
    rows={sections.map((cell) => [
      <span safe>{cell.topic ?? any}</span>,
      <span>{cell.difficulty ?? any}</span>,
      <span>{cell.cognitive ?? any}</span>,
      <span safe>{cell.pool}</span>,
      <strong>{cell.count}</strong>,
      <span>{cell.drawable}</span>,
      <span class={cell.apart < cell.count ? 'blueprint-short' : undefined} safe>
        {cell.apart < cell.count ? `${cell.apart}, too few` : String(cell.apart)}
      </span>,
      <span>{cell.notApproved}</span>,
      <span>{cell.notValid}</span>,
    ])}
  />
);

function Change({ desk: { quiz, sections, pools }, form }: Omit<BlueprintProps, 'page'>): JSX.Element {
  const topics = [...new Set(pools.flatMap((pool) => pool.topics))].sort();
  const typed = Object.keys(form.values).map((name) => Number(/^sections\.(\d{1,2})\./.exec(name)?.[1] ?? -1));
  const rows = Math.max(sections.length + spare, ...typed.map((at) => at + 1));
  return (
    <section class="section">
      <h2>Change the blueprint</h2>
      <p class="soft">A count of 0, or none, leaves the cell out. What is “{any}” takes every question of the pool.</p>
      <form class="blueprint-form" method="post" action={`/bank/blueprints/${quiz.courseSlug}.${quiz.slug}`} novalidate>
        <input type="hidden" name="rev" value={String(form.values['rev'] ?? '')} />
        {Array.from({ length: rows }, (_, at) => (
          <fieldset class="blueprint-cell">
            <legend safe>{at < sections.length ? `Cell ${at + 1}` : `Cell ${at + 1}, new`}</legend>
            <Row form={form} name={`sections.${at}`} pools={pools} topics={topics} />
          </fieldset>
        ))}
        <Field form={form} name="reason" label="Reason" help="Kept with your name." />
        <div class="form-actions">
          <Button>Change blueprint</Button>
        </div>
      </form>
    </section>
  );
}

interface RowProps {
  form: FormState;
  name: string;
  pools: DeskBlueprint['pools'];
  topics: string[];
}

const Row = ({ form, name, pools, topics }: RowProps): JSX.Element => (
  <div class="blueprint-fields">
    <Field form={form} name={`${name}.count`} label="Drawn" inputmode="numeric" size="short" />
    <Select form={form} name={`${name}.topic`} label="Topic" options={same(topics)} placeholder={any} />
    <Select form={form} name={`${name}.difficulty`} label="Difficulty" options={same(difficulties)} placeholder={any} />
    <Select form={form} name={`${name}.cognitive`} label="Level" options={same(cognitiveLevels)} placeholder={any} />
    <Select
      form={form}
      name={`${name}.pool`}
      label="Pool"
      options={pools.map(({ slug, title }) => ({ value: slug, label: title }))}
      placeholder="Choose"
    />
  </div>
);

/** What can be drawn from its pools, by topic, difficulty and level. */
function Places({ desk: { places } }: { desk: DeskBlueprint }): JSX.Element {
  const cells = difficulties.flatMap((difficulty) => cognitiveLevels.map((cognitive) => ({ difficulty, cognitive })));
  const byTopic = Map.groupBy(
    places.filter(({ state }) => state === 'drawable'),
    ({ topic }) => topic,
  );
  return (
    <section class="section">
      <h2>What can be drawn today</h2>
      <Table
        caption="Questions of its pools that can be drawn today"
        columns={[
          { label: 'Topic' },
          ...cells.map(({ difficulty, cognitive }) => ({ label: `${difficulty}, ${cognitive}`, numeric: true })),
        ]}
        rows={[...byTopic].map(([topic, of]) => [
          <span safe>{topic}</span>,
          ...cells.map(({ difficulty, cognitive }) => {
            const here = of.filter((place) => place.difficulty === difficulty && place.cognitive === cognitive);
            return <span>{here.reduce((sum, { questions }) => sum + questions, 0)}</span>;
          }),
        ])}
      />
    </section>
  );
}
