import {
  ActForm,
  Alert,
  EmptyState,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Stat,
  Stats,
  Table,
} from '../../../web/index.js';
import type { RegradeOutcome } from '../read-regrade.js';
import { policyWords } from './regrades.js';

interface RegradeProps {
  page: PageContext;
  outcome: RegradeOutcome;
  form: FormState;
}

/** What a regrade would change, in numbers and by row, and the act of the second person. */
export function RegradeView({ page, outcome, form }: RegradeProps): JSX.Element {
  const { regrade, numbers, rows } = outcome;
  const title = `${regrade.pool}/${regrade.slug}`;
  return (
    <Layout
      page={page}
      title={title}
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/examiners/regrades', label: 'Regrades' }, { label: title }]}
    >
      <FormErrors form={form} />
      <PageHeader
        kicker={policyWords[regrade.policy]}
        title={title}
        lead={regrade.reason}
        actions={
          <LinkButton look="secondary" icon="download" href={`/api/examiners/regrades/${regrade.id}/changes.csv`}>
            CSV
          </LinkButton>
        }
      />
      {regrade.committedAt ? (
        <Committed regrade={regrade} />
      ) : (
        <>
          <Stats>
            <Stat label="Attempts looked at" value={String(numbers.attempts)} />
            <Stat label="Marks changed" value={String(numbers.marks)} />
            <Stat label="Failed to passed" value={String(numbers.toPassed)} />
            <Stat label="Passed to failed" value={String(numbers.toFailed)} />
            <Stat label="Kept, would lose the pass" value={String(numbers.kept)} />
            <Stat label="Certificates concerned" value={String(numbers.certificates)} />
          </Stats>
          {rows.length === 0 ? <EmptyState icon="check" title="No mark would change" /> : <Rows rows={rows} />}
          <Commit outcome={outcome} viewerId={page.viewer?.personId} />
        </>
      )}
    </Layout>
  );
}

const Committed = ({ regrade }: Pick<RegradeOutcome, 'regrade'>): JSX.Element =>
  regrade.finishedAt ? (
    <Alert kind="success">
      <p safe>{`Committed by ${regrade.committedBy ?? ''}. Attempts that end later take part in it.`}</p>
    </Alert>
  ) : (
    <Alert kind="info" title="Marking again">
      <p
        safe
      >{`${regrade.done} of ${regrade.attempts ?? 0} attempts are done. Load this page again to see how far it is.`}</p>
    </Alert>
  );

const Rows = ({ rows }: Pick<RegradeOutcome, 'rows'>): JSX.Element => (
  <Table
    caption="What would change, by attempt"
    columns={[
      { label: 'Attempt' },
      { label: 'Marks' },
      { label: 'Total', numeric: true },
      { label: 'Result' },
      { label: 'Certificates' },
    ]}
    rows={rows.map(({ of, changes, awarded, passed, kept, certificates }) => [
      <span safe>{of.attemptId.slice(0, 8)}</span>,
      <span safe>{changes.map(({ before, after }) => `${before.awarded} → ${after.awarded}`).join(', ')}</span>,
      <span safe>{`${of.total} → ${awarded} of ${of.totalPossible}`}</span>,
      <span safe>{resultOf(of.passed, passed, kept)}</span>,
      <span safe>{certificates.map(({ number }) => number).join(', ')}</span>,
    ])}
  />
);

function resultOf(before: boolean, after: boolean, kept: boolean): string {
  if (kept) return 'kept as it is: it would lose the pass';
  const words = (passed: boolean) => (passed ? 'passed' : 'failed');
  return before === after ? words(after) : `${words(before)} → ${words(after)}`;
}

function Commit({ outcome, viewerId }: { outcome: RegradeOutcome; viewerId: string | undefined }): JSX.Element {
  const { regrade, digest, numbers } = outcome;
  if (regrade.proposedById === viewerId) return <p>You proposed it: another examiner or an admin commits it.</p>;
  const label = `Change ${numbers.marks} ${numbers.marks === 1 ? 'mark' : 'marks'}`;
  return <ActForm action={`/examiners/regrades/${regrade.id}`} label={label} look="primary" values={{ digest }} />;
}
