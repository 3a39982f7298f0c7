import {
  Button,
  Card,
  DefinitionList,
  Field,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Select,
  Time,
  Timeline,
} from '../../../web/index.js';
import { deadlineAt } from '../../attempts/time-left.js';
import type { DeskAct, DeskAttempt, DeskEvent } from '../attempt-desk.queries.js';
import { eventWords, standing } from './words.js';

interface Props {
  page: PageContext;
  form: FormState;
  attempt: DeskAttempt;
  acts: DeskAct[];
  events: DeskEvent[];
}

/** One attempt: how it stands, what a proctor may do, and all that happened. Its answers are not shown here. */
export function AttemptDesk({ page, form, attempt, acts, events }: Props): JSX.Element {
  const { person, quiz, number } = attempt;
  return (
    <Layout
      page={page}
      title={`${person.name}: ${quiz.title}`}
      width="wide"
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/examiners/attempts', label: 'Attempts' }, { label: person.name }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title={person.name}
        kicker={`${quiz.title} · Attempt ${number}`}
        actions={
          <LinkButton href={`/api/examiners/attempts/${attempt.id}/events.ndjson`} look="secondary" icon="download">
            Export the log
          </LinkButton>
        }
      />
      <DefinitionList items={facts(attempt)} />
      {attempt.voidedAt ? '' : <Acts form={form} attempt={attempt} />}
      <section class="section">
        <h2>What happened</h2>
        <Timeline events={timeline(acts, events)} />
      </section>
    </Layout>
  );
}

function facts(attempt: DeskAttempt) {
  const deadline = attempt.status === 'live' ? deadlineAt(attempt, attempt.now) : attempt.deadlineAt;
  const { awarded, possible, cut, critical, voidReason } = attempt;
  return [
    { term: 'Standing', detail: <strong safe>{standing(attempt)}</strong> },
    { term: 'Answered', detail: <span safe>{`${attempt.answered} of ${attempt.questions}`}</span> },
    { term: 'Started', detail: <Time at={attempt.startedAt} /> },
    { term: 'Time is over', detail: deadline ? <Time at={deadline} /> : <span>No time limit</span> },
    ...(attempt.finishedAt ? [{ term: 'Finished', detail: <Time at={attempt.finishedAt} /> }] : []),
    ...(awarded === null
      ? []
      : [{ term: 'Marks', detail: <span safe>{`${awarded} of ${possible}, ${cut} to pass`}</span> }]),
    ...(critical ? [{ term: 'Critical item', detail: <span>Missed: the attempt fails whatever its marks</span> }] : []),
    ...(voidReason ? [{ term: 'Void because', detail: <span safe>{voidReason}</span> }] : []),
  ];
}

function Acts({ form, attempt }: Pick<Props, 'form' | 'attempt'>): JSX.Element {
  const isLive = attempt.status === 'live';
  const actions = [
    ...(isLive
      ? [
          attempt.pausedAt
            ? { value: 'resume', label: 'Resume: the clock runs again, with the time that was left' }
            : { value: 'pause', label: 'Pause: the clock stands still, the questions are hidden' },
          ...(attempt.deadlineAt ? [{ value: 'extend', label: 'Extend by the minutes below' }] : []),
          { value: 'end', label: 'End: what is saved is graded now' },
        ]
      : []),
    {
      value: 'void',
      label: attempt.passed
        ? 'Void: it no longer passes, and a certificate built on it is revoked'
        : 'Void: it passes nobody',
    },
  ];
  return (
    <Card title="Act on this attempt">
      <form class="form" method="post" action={`/examiners/attempts/${attempt.id}`} novalidate>
        <Select form={form} name="action" label="What to do" options={actions} />
        {isLive && attempt.deadlineAt ? (
          <Field form={form} name="minutes" label="Minutes, to extend" inputmode="numeric" size="short" />
        ) : (
          ''
        )}
        <Select
          form={form}
          name="counts"
          label="A voided attempt"
          options={[
            { value: 'false', label: 'does not count among the attempts' },
            { value: 'true', label: 'counts among the attempts' },
          ]}
        />
        <Field form={form} name="reason" label="Reason" help="It stays on record with your name." maxlength={500} />
        <Button>Do it</Button>
      </form>
    </Card>
  );
}

function timeline(acts: DeskAct[], events: DeskEvent[]) {
  const done = acts.map(({ at, action, seconds, reason, by }) => ({
    at,
    title: `${by}: ${action}${seconds ? ` by ${seconds / 60} minutes` : ''}`,
    text: reason,
  }));
  const told = events
    .filter(({ kind }) => !kind.startsWith('proctor.'))
    .map((event) => ({ at: event.at, title: eventWords(event) }));
  return [...told, ...done].sort((a, b) => a.at.getTime() - b.at.getTime());
}
