import {
  DefinitionList,
  filterAddress,
  Layout,
  type PageContext,
  PageHeader,
  Table,
  Time,
} from '../../../web/index.js';
import { fewest, type Which } from '../analysis.js';
import type { VersionRow } from '../analysis.queries.js';
import { figure } from '../item-columns.js';
import type { QuestionAnalysis, ShownItem } from '../read-quiz-analysis.js';
import { ChoicesTable } from './choices-table.js';
import { Flags } from './flags.js';
import { itemFigures } from './item-figures.js';
import { OptionLines } from './option-lines.js';
import { whichWords } from './words.js';

interface Props extends QuestionAnalysis {
  page: PageContext;
  which: Which;
}

/** One question, or the questions of one case, in words. */
export function QuestionAnalysisView({ page, which, quiz, items, versions }: Props): JSX.Element {
  const { slug, pool, topic, difficulty, body, type } = items[0]!;
  const crumbs = [
    { href: '/examiners/analysis', label: 'Item analysis' },
    { href: filterAddress(`/examiners/analysis/${quiz.quizId}`, { which }), label: quiz.title },
    { label: slug },
  ];
  return (
    <Layout page={page} title={`Item analysis: ${slug}`} width="wide" tone="working" breadcrumbs={crumbs}>
      <PageHeader
        kicker={`${pool} · ${topic} · ${difficulty}`}
        title={slug}
        meta={
          <span>
            <span safe>{whichWords[which]}</span>
            {quiz.computedAt ? (
              <span>
                , as of <Time at={quiz.computedAt} />
              </span>
            ) : (
              ''
            )}
          </span>
        }
      />
      {type === 'vignette' ? <blockquote safe>{body.text}</blockquote> : ''}
      {items.map((item) => (
        <ItemSection item={item} />
      ))}
      <Versions items={items} versions={versions} />
    </Layout>
  );
}

function ItemSection({ item }: { item: ShownItem }): JSX.Element {
  return (
    <section class="section">
      <h2 safe>{item.text}</h2>
      <Flags flags={item.flags} />
      <ChoicesTable item={item} />
      <OptionLines item={item} />
      <div class={item.n < fewest ? 'few-answers' : undefined}>
        <DefinitionList
          items={itemFigures(item).map(({ term, value, words }) => ({
            term,
            detail: (
              <>
                <strong safe>{value}</strong>{' '}
                <span class="soft" safe>
                  {words}
                </span>
              </>
            ),
          }))}
        />
      </div>
    </section>
  );
}

function Versions({ items, versions }: { items: ShownItem[]; versions: VersionRow[] }): JSX.Element {
  const columns = [
    { label: 'Version' },
    { label: 'Written' },
    ...items.flatMap(({ part }) => [
      { label: part ? `Answers, ${part}` : 'Answers', numeric: true },
      { label: part ? `Facility %, ${part}` : 'Facility %', numeric: true },
    ]),
  ];
  const rows = versions.map(({ versionId, number, createdAt }) => [
    <span safe>{String(number)}</span>,
    <Time at={createdAt} date />,
    ...items.flatMap((item) => {
      const met = item.versions.find((version) => version.versionId === versionId);
      return [<span safe>{String(met?.n ?? 0)}</span>, <span safe>{figure(met?.facility ?? null, 1)}</span>];
    }),
  ]);
  return (
    <section class="section">
      <h2>Versions</h2>
      <p>An edit makes another version. Figures above are of all versions together.</p>
      <Table caption="Versions" columns={columns} rows={rows} />
    </section>
  );
}
