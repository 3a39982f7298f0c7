import {
  Button,
  Card,
  Checkbox,
  EmptyState,
  Field,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Radios,
  Table,
  Textarea,
  Time,
} from '../../../web/index.js';
import type { Regrade } from '../regrade.queries.js';

export const policyWords = {
  rescore: 'Mark again by another version’s key',
  best: 'Mark again, keep whichever mark is better',
  full: 'Full credit for everybody',
  drop: 'Drop the question: it counts as much as the rest of the paper',
};

/** Regrades proposed and committed, and the form of a new one. */
export function RegradesView(props: { page: PageContext; regrades: Regrade[]; form: FormState }): JSX.Element {
  const { page, regrades, form } = props;
  return (
    <Layout page={page} title="Regrades" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader title="Regrades" lead="Nothing changes before a second person has seen the dry run and commits it." />
      {regrades.length === 0 ? (
        <EmptyState icon="scale" title="Nothing was regraded so far" />
      ) : (
        <List regrades={regrades} />
      )}
      <Card title="Propose a regrade">
        <form class="form" method="post" action="/examiners/regrades" novalidate>
          <Field form={form} name="question" label="Question" help="pool/question, as in the address of the bank." />
          <Field
            form={form}
            name="part"
            label="Question of the case"
            help="Of a case; empty: all of them."
            required={false}
          />
          <Radios
            form={form}
            name="policy"
            label="How"
            options={Object.entries(policyWords).map(([value, label]) => ({ value, label }))}
          />
          <Field
            form={form}
            name="version"
            label="Version whose key counts"
            inputmode="numeric"
            size="short"
            required={false}
          />
          <Checkbox
            form={form}
            name="lowers"
            label="May take a pass away"
            help="Otherwise attempts that would lose their pass stay as they are."
            required={false}
          />
          <Textarea
            form={form}
            name="reason"
            label="Reason"
            help="Learners are told that an answer was marked again."
          />
          <div class="form-actions">
            <Button>See what it would change</Button>
          </div>
        </form>
      </Card>
    </Layout>
  );
}

const List = ({ regrades }: { regrades: Regrade[] }): JSX.Element => (
  <Table
    caption="Regrades, the newest first"
    columns={[
      { label: 'Question' },
      { label: 'How' },
      { label: 'Proposed' },
      { label: 'Committed' },
      { label: 'Reason' },
    ]}
    rows={regrades.map(({ id, pool, slug, policy, proposedBy, proposedAt, committedBy, committedAt, reason }) => [
      <a href={`/examiners/regrades/${id}`} safe>{`${pool}/${slug}`}</a>,
      <span safe>{policyWords[policy]}</span>,
      <>
        <Time at={proposedAt} /> <span safe>{proposedBy}</span>
      </>,
      committedAt ? (
        <>
          <Time at={committedAt} /> <span safe>{committedBy ?? ''}</span>
        </>
      ) : (
        'waits for a second person'
      ),
      <span safe>{reason}</span>,
    ])}
  />
);
