import { formatDay } from '../../../courses/index.js';
import {
  Badge,
  EmptyState,
  FormErrors,
  emptyForm,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Table,
  Time,
} from '../../../web/index.js';
import type { DecidedEntry, WaitingEntry } from '../waiting.queries.js';
import { WaitingCard } from './waiting-card.js';

interface Props {
  page: PageContext;
  waiting: WaitingEntry[];
  decided: DecidedEntry[];
  form: FormState;
  /** The entry whose form came back. */
  failed: string | undefined;
}

const columns = [
  { label: 'Procedure' },
  { label: 'Learner' },
  { label: 'Day' },
  { label: 'Decided' },
  { label: 'Decision' },
];

/** What waits for a preceptor: one tap for how it went, one to sign. */
export function DeskView({ page, waiting, decided, form, failed }: Props): JSX.Element {
  return (
    <Layout page={page} title="Sign-offs" width="reading" tone="working" form={form} scripts={['sign-offs']}>
      <FormErrors form={form} />
      <PageHeader title="Sign-offs" lead="Procedures that you observed. What you sign is sealed as it stands." />
      <sign-offs
        data-person={page.viewer!.personId}
        data-shown={page.now.toISOString()}
        data-worker={page.asset('chairside-worker.js')}
      >
        <p class="practice-copy" role="status"></p>
        <p class="practice-status" aria-live="polite"></p>
        <div class="practice-kept"></div>
        <section class="section">
          <h2>Waiting for you</h2>
          {waiting.length === 0 ? (
            <EmptyState title="Nothing waits" text="Entries of your learners appear here." />
          ) : (
            ''
          )}
          {waiting.map((entry) => (
            <WaitingCard entry={entry} form={entry.id === failed ? form : emptyForm()} />
          ))}
        </section>
      </sign-offs>
      {decided.length > 0 ? (
        <section class="section">
          <h2>Decided lately</h2>
          <Table caption="Your last decisions" columns={columns} rows={decided.map(cells)} />
        </section>
      ) : (
        ''
      )}
    </Layout>
  );
}

const cells = ({ title, learner, performedOn, at, decision }: DecidedEntry): JSX.Element[] => [
  <span safe>{title}</span>,
  <span safe>{learner}</span>,
  <span safe>{formatDay(performedOn)}</span>,
  <Time at={at} />,
  decision === 'signed' ? (
    <Badge label="Signed" kind="accent" icon="check" />
  ) : (
    <Badge label="Not signed" kind="signal" icon="circle-alert" />
  ),
];
