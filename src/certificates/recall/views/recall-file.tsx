import {
  Alert,
  Badge,
  Button,
  DefinitionList,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Prose,
  Radios,
  Stat,
  Stats,
  Table,
  Textarea,
  Time,
} from '../../../web/index.js';
import type { Recall, RecallCounts, RecalledPerson } from '../recall.queries.js';
import { recallBadges } from './words.js';

interface Props {
  page: PageContext;
  form: FormState;
  recall: Recall & RecallCounts;
  /** The first of those who have not confirmed it; empty for who may not know. */
  people: RecalledPerson[];
}

/** One recall for those who write and decide them. */
export function RecallFileView({ page, form, recall, people }: Props): JSX.Element {
  const isAdmin = page.viewer?.roles.includes('admin') ?? false;
  return (
    <Layout
      page={page}
      title={recall.lessonTitle}
      tone="working"
      width="reading"
      form={form}
      breadcrumbs={[{ href: '/admin/recalls', label: 'Safety recalls' }, { label: recall.lessonTitle }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title={recall.lessonTitle}
        lead={recall.courseTitle}
        meta={<Badge {...recallBadges[recall.status]} />}
      />
      {recall.decidedAt ? <Figures recall={recall} /> : ''}
      <section class="section">
        <h2>What it says</h2>
        <DefinitionList items={facts(recall)} />
      </section>
      <section class="section">
        <h2>The correction</h2>
        <Prose html={recall.html} />
        {recall.questions.map(({ text, right, wrong }) => (
          <DefinitionList
            stacked
            items={[
              { term: 'Question', detail: <span safe>{text}</span> },
              { term: 'Right', detail: <span safe>{right}</span> },
              { term: 'Wrong', detail: <span safe>{wrong.join(' · ')}</span> },
            ]}
          />
        ))}
      </section>
      {recall.status === 'proposed' ? <Deciding {...{ page, form, recall }} /> : ''}
      {isAdmin && recall.status === 'published' ? <Running {...{ form, recall, people }} /> : ''}
    </Layout>
  );
}

const Figures = ({ recall }: { recall: Recall & RecallCounts }): JSX.Element => (
  <Stats>
    <Stat label="Concerned" value={String(recall.affected)} note={`${recall.certified} hold a certificate`} />
    <Stat label="Confirmed" value={String(recall.acknowledged)} />
    <Stat label="Outstanding" value={String(recall.outstanding)} />
  </Stats>
);

const word = (term: string, text: string) => ({ term, detail: <span safe>{text}</span> });
const facts = (recall: Recall) => [
  word('Editions', `1 to ${recall.untilEdition}`),
  word('What was wrong', recall.wrong),
  word('What is right', recall.correct),
  word('Source', recall.source),
  ...(recall.suspendOn ? [{ term: 'Suspends on', detail: <Time at={new Date(recall.suspendOn)} date /> }] : []),
  word('Written by', recall.openedByName),
  { term: 'Written', detail: <Time at={recall.openedAt} /> },
  ...(recall.decidedAt ? [word('Decided by', recall.decidedByName!), word('Why', recall.reason!)] : []),
  ...(recall.endedAt
    ? [{ term: 'Ended', detail: <Time at={recall.endedAt} /> }, word('Why it ended', recall.endedReason!)]
    : []),
];

function Deciding({ page, form, recall }: Omit<Props, 'people'>): JSX.Element {
  const viewer = page.viewer!;
  if (!viewer.roles.includes('admin') || viewer.personId === recall.openedBy)
    return (
      <Alert kind="info">
        <p>An admin who did not write it decides whether it is published.</p>
      </Alert>
    );
  return (
    <section class="section">
      <h2>Your decision</h2>
      <form class="form" method="post" action={`/admin/recalls/${recall.id}/decision`} novalidate>
        <Radios
          form={form}
          name="verdict"
          label="Decision"
          options={[
            {
              value: 'published',
              label: 'Publish',
              help: 'Everybody it concerns gets a mail at once. This cannot be undone.',
            },
            { value: 'refused', label: 'Refuse', help: 'Nobody is told.' },
          ]}
        />
        <Textarea form={form} name="reason" label="Reason" rows={3} maxlength={2000} />
        <div class="form-actions">
          <Button>Decide</Button>
        </div>
      </form>
    </section>
  );
}

const columns = [{ label: 'Who' }, { label: 'Certified' }, { label: 'Since' }, { label: 'Last mail' }];

function Running({ form, recall, people }: Omit<Props, 'page'>): JSX.Element {
  return (
    <>
      <section class="section">
        <h2>Who has not confirmed it</h2>
        {people.length > 0 ? (
          <Table caption="Outstanding" columns={columns} rows={people.map(cells)} />
        ) : (
          <p>Nobody.</p>
        )}
        <LinkButton href={`/api/admin/recalls/${recall.id}/outstanding.csv`} look="secondary" icon="download" small>
          All as CSV
        </LinkButton>
      </section>
      <section class="section">
        <h2>End it</h2>
        <form class="form" method="post" action={`/admin/recalls/${recall.id}/end`} novalidate>
          <Textarea
            form={form}
            name="reason"
            label="Why it is over"
            help="Nobody is asked for it any more, and what it suspended is lifted."
            rows={3}
            maxlength={2000}
          />
          <Button look="danger">End the recall</Button>
        </form>
      </section>
    </>
  );
}

const cells = ({ name, email, certified, foundAt, toldAt }: RecalledPerson): JSX.Element[] => [
  <span>
    <bdi safe>{name}</bdi> <span safe>{email}</span>
  </span>,
  <span>{certified ? 'Yes' : 'No'}</span>,
  <Time at={foundAt} date />,
  toldAt ? <Time at={toldAt} date /> : <span>Not yet</span>,
];
