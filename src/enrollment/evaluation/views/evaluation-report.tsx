import { EmptyState, Layout, LinkButton, type PageContext, PageHeader, Table } from '../../../web/index.js';
import { fewest, type Group, type Said } from '../evaluation.queries.js';
import { scaleNames, scales } from '../evaluation.schemas.js';

interface ReportProps {
  page: PageContext;
  course: { slug: string; title: string };
  groups: Group[];
  said: Said[];
}

/** What was said of a course: counts, medians and texts, of nobody in particular. */
export function EvaluationReportView({ page, course, groups, said }: ReportProps): JSX.Element {
  const [whole, ...editions] = groups;
  const lead = 'Medians from 1 (not at all) to 5 (fully). Answers of fewer than five people are not shown.';
  return (
    <Layout
      page={page}
      title={`Evaluations of ${course.title}`}
      tone="working"
      breadcrumbs={[{ href: '/author/evaluations', label: 'Evaluations' }, { label: course.title }]}
    >
      <PageHeader
        title={`Evaluations of ${course.title}`}
        lead={lead}
        actions={
          said.length > 0 ? (
            <LinkButton href={`/api/author/evaluations/${course.slug}/answers.csv`} look="secondary" icon="download">
              Export CSV
            </LinkButton>
          ) : (
            ''
          )
        }
      />
      {!whole || whole.count < fewest ? (
        <EmptyState
          icon="clipboard-check"
          title={whole ? `${whole.count} so far` : 'No evaluation yet'}
          text={`The report opens with the answers of ${fewest} people, so that nobody is told apart.`}
        />
      ) : (
        <>
          <Whole whole={whole} />
          {editions.length > 1 ? <Editions editions={editions} /> : ''}
          <Texts title="Where it favours a product or company" texts={said.map(({ bias }) => bias)} />
          <Texts title="What changes in practice" texts={said.map(({ change }) => change)} />
          <Texts title="What would make it better" texts={said.map(({ improve }) => improve)} />
        </>
      )}
    </Layout>
  );
}

const Whole = ({ whole }: { whole: Group }): JSX.Element => (
  <section class="section" aria-labelledby="whole">
    <h2 id="whole" safe>{`${whole.count} evaluations, ${whole.biased ?? 0} of them find it biased`}</h2>
    <Table
      caption="Answers"
      columns={[
        { label: 'Question' },
        { label: 'Median', numeric: true },
        ...[1, 2, 3, 4, 5].map((n) => ({ label: String(n), numeric: true })),
      ]}
      rows={scaleNames.map((name) => [
        <span>{scales[name]}</span>,
        <span safe>{String(whole.medians?.[name] ?? '')}</span>,
        ...(whole.spread?.[name] ?? []).map((count) => <span safe>{String(count)}</span>),
      ])}
    />
  </section>
);

const Editions = ({ editions }: { editions: Group[] }): JSX.Element => (
  <section class="section" aria-labelledby="editions">
    <h2 id="editions">By edition</h2>
    <Table
      caption="Medians by edition"
      columns={[
        { label: 'Edition' },
        { label: 'Evaluations', numeric: true },
        ...scaleNames.map((name) => ({ label: name, numeric: true })),
      ]}
      rows={editions.map(({ edition, count, medians }) => [
        <span safe>{`Edition ${edition}`}</span>,
        <span>{medians ? String(count) : 'not shown'}</span>,
        ...scaleNames.map((name) => <span>{medians ? String(medians[name]) : '–'}</span>),
      ])}
    />
  </section>
);

function Texts({ title, texts }: { title: string; texts: string[] }): JSX.Element {
  const written = texts.filter((text) => text !== '');
  if (written.length === 0) return '';
  return (
    <section class="section">
      <h2 safe>{title}</h2>
      <ul>
        {written.map((text) => (
          <li safe>{text}</li>
        ))}
      </ul>
    </section>
  );
}
