import {
  Button,
  EmptyState,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Table,
  Time,
} from '../../../web/index.js';
import type { Agreement, WaitingAnswer } from '../grading.queries.js';

interface QueueProps {
  page: PageContext;
  waiting: WaitingAnswer[];
  agreement: Agreement[];
  form: FormState;
}

/** Answers that wait for an examiner, and how well examiners agree. */
export function QueueView({ page, waiting, agreement, form }: QueueProps): JSX.Element {
  return (
    <Layout page={page} title="Answers to mark" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader
        title="Answers to mark"
        lead="The oldest first, without names. Opening one keeps it for you for 45 minutes."
      />
      {waiting.length === 0 ? (
        <EmptyState
          icon="check"
          title="Nothing waits"
          text="Essays and files come here when an attempt is handed in."
        />
      ) : (
        <Waiting waiting={waiting} />
      )}
      <section class="section">
        <h2>Second marking</h2>
        <p class="soft">
          A second examiner marks blind. Two who agree give their mean; if they differ by more than the threshold, a
          third decides.
        </p>
        <Agreements agreement={agreement} />
      </section>
    </Layout>
  );
}

const Waiting = ({ waiting }: { waiting: WaitingAnswer[] }): JSX.Element => (
  <Table
    caption="Answers to mark, the oldest first"
    columns={[{ label: 'Question' }, { label: 'Quiz' }, { label: 'Handed in' }, { label: 'Mark', numeric: true }]}
    rows={waiting.map(({ attemptId, questionId, text, quiz, finishedAt, round, mine }) => [
      <>
        <a href={`/examiners/queue/${attemptId}/${questionId}`} safe>
          {text.length > 100 ? `${text.slice(0, 99)}…` : text}
        </a>
        {mine ? <span class="soft"> taken by you</span> : ''}
      </>,
      <span safe>{quiz}</span>,
      <Time at={finishedAt} />,
      <span>{round}</span>,
    ])}
  />
);

const Agreements = ({ agreement }: { agreement: Agreement[] }): JSX.Element => (
  <Table
    caption="Second marking and agreement"
    columns={[
      { label: 'Quiz' },
      { label: 'Marked by two', numeric: true },
      { label: 'Same mark', numeric: true },
      { label: 'Decided by a third', numeric: true },
      { label: 'Mean difference', numeric: true },
      { label: 'Rule' },
    ]}
    rows={agreement.map((each) => [
      <span safe>{each.quiz}</span>,
      <span>{each.pairs}</span>,
      <span>{each.same}</span>,
      <span>{each.decided}</span>,
      <span safe>{each.difference === null ? '' : `${each.difference.toFixed(1)} %`}</span>,
      <Rule of={each} />,
    ])}
  />
);

function Rule({ of: { quizId, quiz, percent, threshold } }: { of: Agreement }): JSX.Element {
  const input = (name: string, label: string, value: number) => (
    <label>
      <span safe>{label}</span>{' '}
      <input
        class="input input-short"
        name={name}
        value={String(value)}
        inputmode="numeric"
        aria-label={`${label} of ${quiz}`}
      />
    </label>
  );
  return (
    <form class="cluster" method="post" action={`/examiners/second-marking/${quizId}`} novalidate>
      {input('percent', 'Percent of answers', percent)}
      {input('threshold', 'Threshold in percent', threshold)}
      <Button look="secondary" small>
        Keep
      </Button>
    </form>
  );
}
