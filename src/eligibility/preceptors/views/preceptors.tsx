import { formatDay } from '../../../courses/index.js';
import {
  Button,
  Card,
  Checkboxes,
  EmptyState,
  emptyForm,
  Field,
  FieldError,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Table,
  Time,
  valueOf,
} from '../../../web/index.js';
import { RepeatedField } from '../../repeated-field.js';
import type { Procedure } from '../../procedures/procedures.js';
import type { AssignmentRow, AuthorityRow } from '../preceptor.queries.js';

interface Props {
  page: PageContext;
  form: FormState;
  /** Which form came back: `authority`, `assignment`, or the id of what was to end. */
  sent: string;
  authorities: AuthorityRow[];
  assignments: AssignmentRow[];
  procedures: Procedure[];
}

const authorityColumns = [
  { label: 'Preceptor' },
  { label: 'Procedures' },
  { label: 'Days' },
  { label: 'Reason' },
  { label: 'Ended' },
];
const assignmentColumns = [
  { label: 'Learner' },
  { label: 'Preceptor' },
  { label: 'Since' },
  { label: 'Reason' },
  { label: 'Ended' },
];

/** Who may sign what and until when, and whose learners are whose. */
export function PreceptorsView({ page, form, sent, authorities, assignments, procedures }: Props): JSX.Element {
  const formFor = (which: string) => (which === sent ? form : emptyForm());
  const titles = new Map(procedures.map(({ slug, title }) => [slug, title]));
  return (
    <Layout page={page} title="Preceptors" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader
        title="Preceptors"
        lead="A preceptor signs for the learners given to them, within their authority and within the licence that you saw."
        actions={
          <LinkButton href="/admin/preceptors/severity" look="secondary">
            How strictly they rate
          </LinkButton>
        }
      />
      <div class="practice-desks">
        <Grant form={formFor('authority')} procedures={procedures} />
        <Assign form={formFor('assignment')} />
      </div>
      <section class="section">
        <h2>Authority</h2>
        {authorities.length === 0 ? (
          <EmptyState title="No authority was granted yet" />
        ) : (
          <Table
            caption="Authority, newest first"
            columns={authorityColumns}
            rows={authorities.map((row) => authorityCells(row, titles, formFor(row.id)))}
          />
        )}
      </section>
      <section class="section">
        <h2>Learners</h2>
        {assignments.length === 0 ? (
          <EmptyState title="No learner was given to a preceptor yet" />
        ) : (
          <Table
            caption="Learners and their preceptors, newest first"
            columns={assignmentColumns}
            rows={assignments.map((row) => assignmentCells(row, formFor(row.id)))}
          />
        )}
      </section>
    </Layout>
  );
}

function Grant({ form, procedures }: { form: FormState; procedures: Procedure[] }): JSX.Element {
  return (
    <Card title="Grant authority">
      <form class="form" method="post" action="/admin/preceptors/authorities" novalidate>
        <Field form={form} name="email" label="E-mail of the preceptor" type="email" />
        <Checkboxes
          form={form}
          name="procedures"
          label="Procedures"
          options={procedures.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <div class="form-row">
          <Field form={form} name="fromOn" label="From" type="date" />
          <Field form={form} name="untilOn" label="Until" type="date" />
        </div>
        <Field form={form} name="licenceUntil" label="Their licence is valid until" type="date" size="medium" />
        <Field form={form} name="reason" label="Reason" maxlength={500} />
        <div class="form-actions">
          <Button>Grant authority</Button>
        </div>
      </form>
    </Card>
  );
}

function Assign({ form }: { form: FormState }): JSX.Element {
  return (
    <Card title="Give a learner to a preceptor">
      <form class="form" method="post" action="/admin/preceptors/assignments" novalidate>
        <Field form={form} name="learner" label="E-mail of the learner" type="email" />
        <Field form={form} name="email" label="E-mail of the preceptor" type="email" />
        <Field form={form} name="assignReason" label="Reason" maxlength={500} />
        <div class="form-actions">
          <Button look="secondary">Give the learner</Button>
        </div>
      </form>
    </Card>
  );
}

const who = ({ name, email }: { name: string; email: string }): JSX.Element => (
  <span>
    <span safe>{name}</span>
    <span class="cell-note" safe>
      {email}
    </span>
  </span>
);

const ended = (end: { by: string; at: string; reason: string }, word: string): JSX.Element => (
  <span>
    <span safe>{`${word}: ${end.reason}`}</span>
    <span class="cell-note" safe>
      {`${end.by}, ${formatDay(end.at.slice(0, 10))}`}
    </span>
  </span>
);

const authorityCells = (row: AuthorityRow, titles: Map<string, string>, form: FormState): JSX.Element[] => [
  who(row.preceptor),
  <span safe>{row.procedures.map((slug) => titles.get(slug) ?? slug).join('; ')}</span>,
  <span>
    <span safe>{`${formatDay(row.fromOn)} to ${formatDay(row.untilOn)}`}</span>
    <span class="cell-note" safe>{`Licence until ${formatDay(row.licenceUntil)}`}</span>
  </span>,
  <span>
    <span safe>{row.reason}</span>
    <span class="cell-note" safe>
      {row.grantedBy}
    </span>
  </span>,
  row.ended ? (
    ended(row.ended, row.ended.kind === 'revoked' ? 'Revoked' : 'Ended')
  ) : (
    <details class="practice-more">
      <summary>End it</summary>
      <form class="form" method="post" action={`/admin/preceptors/authorities/${row.id}/end`} novalidate>
        <Kinds form={form} />
        <RepeatedField form={form} name="endReason" label="Reason" />
        <Button look="danger" small>
          End the authority
        </Button>
      </form>
    </details>
  ),
];

const kinds = [
  { value: 'ended', label: 'goes on counting' },
  { value: 'revoked', label: 'no longer counts' },
];

/** What becomes of the sign-offs; the form stands here once for each authority. */
function Kinds({ form }: { form: FormState }): JSX.Element {
  return (
    <fieldset class={['field', form.errors['kind'] && 'has-error']}>
      <legend>What was signed under it</legend>
      <FieldError form={form} name="kind" />
      <div class="choices">
        {kinds.map(({ value, label }) => (
          <label class="choice">
            <input type="radio" name="kind" value={value} checked={valueOf(form, 'kind') === value} />
            <span class="choice-text" safe>
              {label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const assignmentCells = (row: AssignmentRow, form: FormState): JSX.Element[] => [
  who(row.learner),
  who(row.preceptor),
  <span>
    <Time at={row.assignedAt} date />
    <span class="cell-note" safe>
      {row.assignedBy}
    </span>
  </span>,
  <span safe>{row.reason}</span>,
  row.ended ? (
    ended(row.ended, 'Ended')
  ) : (
    <details class="practice-more">
      <summary>End it</summary>
      <form class="form" method="post" action={`/admin/preceptors/assignments/${row.id}/end`} novalidate>
        <RepeatedField form={form} name="endReason" label="Reason" />
        <Button look="danger" small>
          End it
        </Button>
      </form>
    </details>
  ),
];
