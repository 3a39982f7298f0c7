import {
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Table,
  Timeline,
} from '../../../web/index.js';
import { cognitiveLevels, difficulties } from '../../../questions/index.js';
import { count } from '../../views/words.js';
import type { DeskBlueprint } from '../blueprint.queries.js';
import type { CoveredCell } from '../cover-cells.js';
import { BlueprintForm } from './blueprint-form.js';

interface BlueprintProps {
  page: PageContext;
  desk: DeskBlueprint;
  form: FormState;
}

const any = 'any';

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
      {mayChange ? <BlueprintForm desk={desk} form={form} /> : ''}
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
