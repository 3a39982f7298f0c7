import { formatInstant, formatMoney } from '../../../shared/index.js';
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
  Textarea,
  Time,
} from '../../../web/index.js';
import { disputeReason, disputeStatus } from '../dispute-words.js';
import type { DisputeFacts } from '../dispute.queries.js';
import { evidenceParts } from '../evidence.js';
import { disputesAddress, standings } from './disputes.js';

interface Props {
  page: PageContext;
  /** Filled with the evidence on record, or with what was typed. */
  form: FormState;
  dispute: DisputeFacts;
}

/** One dispute with the evidence gathered for it: read it, change the words, send it once. */
export function DisputeView({ page, form, dispute }: Props): JSX.Element {
  const title = `Dispute of order ${dispute.orderNumber}`;
  const canSend = dispute.standing === 'open' && !dispute.submittedAt && page.viewer?.roles.includes('admin');
  return (
    <Layout
      page={page}
      title={title}
      tone="working"
      form={form}
      breadcrumbs={[{ href: disputesAddress, label: 'Disputes' }, { label: dispute.orderNumber }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title={title}
        meta={<Badge {...standings[dispute.standing]} />}
        actions={
          <LinkButton href={`/admin/orders/${dispute.orderNumber}`} look="secondary">
            The order's story
          </LinkButton>
        }
      />
      <DefinitionList items={aboutOf(dispute)} />
      {dispute.evidence ? <Sent dispute={dispute} /> : ''}
      {canSend ? <Send form={form} dispute={dispute} /> : ''}
    </Layout>
  );
}

const aboutOf = (dispute: DisputeFacts) => [
  { term: 'Buyer', detail: <span safe>{`${dispute.buyer.name}, ${dispute.buyer.email}`}</span> },
  { term: 'Amount', detail: <span safe>{formatMoney({ amount: dispute.amount, currency: dispute.currency })}</span> },
  { term: 'Reason the bank gave', detail: <span safe>{disputeReason(dispute.reason)}</span> },
  { term: "Stripe's status", detail: <span safe>{disputeStatus(dispute.status)}</span> },
  { term: 'Opened', detail: <Time at={dispute.openedAt} /> },
  ...(dispute.evidenceDueAt ? [{ term: 'Evidence due', detail: <Time at={dispute.evidenceDueAt} /> }] : []),
  ...(dispute.closedAt ? [{ term: 'Closed', detail: <Time at={dispute.closedAt} /> }] : []),
];

const Sent = ({ dispute }: { dispute: DisputeFacts }): JSX.Element => (
  <section class="section">
    <h2>Evidence sent</h2>
    <p class="soft" safe>
      {formatInstant(dispute.submittedAt!)}
    </p>
    {Object.entries(evidenceParts).map(([part, label]) => (
      <Said label={label} text={String(dispute.evidence![part])} />
    ))}
  </section>
);

const Said = ({ label, text }: { label: string; text: string }): JSX.Element => (
  <>
    <h3 safe>{label}</h3>
    <pre class="evidence" safe>
      {text}
    </pre>
  </>
);

const Send = ({ form, dispute }: { form: FormState; dispute: DisputeFacts }): JSX.Element => (
  <section class="section">
    <h2>Evidence gathered</h2>
    <Alert kind="warning" title="The bank takes it once">
      <p>Read it and change the words where they are not right. After sending nothing can be added.</p>
    </Alert>
    <form class="form" method="post" action={`${disputesAddress}/${dispute.id}/evidence`}>
      {Object.entries(evidenceParts).map(([part, label]) => (
        <Textarea form={form} name={part} label={label} rows={6} required />
      ))}
      <Button look="danger">Send to the bank</Button>
    </form>
  </section>
);
