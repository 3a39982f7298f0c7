import { formatMoney } from '../../../shared/index.js';
import {
  ActForm,
  Alert,
  Button,
  Card,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Textarea,
  Time,
} from '../../../web/index.js';
import { effectSentence, type RefundEffects } from '../refund-effects.js';
import type { SoldOrder } from '../refund-case.js';
import type { RefundRequest } from '../refund.queries.js';
import { refundsAddress } from './refund-desk.js';
import { RefundQuoteTable } from './refund-quote-table.js';

interface Props {
  page: PageContext;
  form: FormState;
  request: RefundRequest;
  order: SoldOrder;
  effects: RefundEffects;
  /** Why it cannot be approved as it was asked for. */
  refusal: string | null;
}

/** One request: what was asked for, what approving would do in numbers, and the decision. */
export function RefundRequestView({ page, form, request, order, effects, refusal }: Props): JSX.Element {
  const title = `Refund of order ${request.orderNumber}`;
  return (
    <Layout
      page={page}
      title={title}
      tone="working"
      form={form}
      breadcrumbs={[{ href: refundsAddress, label: 'Refunds' }, { label: request.orderNumber }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title={title}
        actions={
          <LinkButton href={`/admin/orders/${request.orderNumber}`} look="secondary">
            The order's story
          </LinkButton>
        }
      />
      <p>
        <span safe>{`${request.askedBy.name} (${request.askedBy.email}) asked on `}</span>
        <Time at={request.askedAt} />
        {': '}
      </p>
      <blockquote safe>{request.reason}</blockquote>
      <Card>
        <RefundQuoteTable quote={request.quote} />
      </Card>
      <StudiedSince request={request} order={order} />
      {request.decision ? (
        <Decided request={request} />
      ) : (
        <Decide page={page} form={form} request={request} effects={effects} refusal={refusal} />
      )}
    </Layout>
  );
}

/** The amount was fixed when it was asked for; how much was studied since is for who decides. */
function StudiedSince({ request, order }: Pick<Props, 'request' | 'order'>): JSX.Element {
  const more = request.quote.lines.flatMap(({ lineId, title, progressPercent: then }) => {
    const today = order.lines.find(({ id }) => id === lineId)?.progressPercent ?? then;
    return today > then ? [`${title}: ${then}% studied when it was asked for, ${today}% today.`] : [];
  });
  if (more.length === 0 || request.decision) return '';
  return (
    <Alert kind="info" title="Studied since">
      <p safe>{more.join(' ')}</p>
    </Alert>
  );
}

const Decided = ({ request }: { request: RefundRequest }): JSX.Element => (
  <Alert kind="info" title={`This request was ${decided[request.decision!]}`}>
    <p>
      <span safe>{request.decision === 'lapsed' ? '' : `By ${request.decidedBy ?? 'somebody'}, `}</span>
      <Time at={request.decidedAt!} />
    </p>
    {request.note ? <p safe>{request.note}</p> : ''}
  </Alert>
);

const decided = {
  approved: 'approved',
  declined: 'declined',
  withdrawn: 'taken back',
  lapsed: 'closed by itself',
};

function Decide({ page, form, request, effects, refusal }: Omit<Props, 'order'>): JSX.Element {
  if (!page.viewer?.roles.includes('admin')) return <p>An admin decides on it.</p>;
  const address = `${refundsAddress}/${request.id}`;
  return (
    <section class="section">
      <h2>Decide</h2>
      {refusal ? (
        <Alert kind="warning" title="It cannot be approved as it was asked for">
          <p safe>{refusal}</p>
        </Alert>
      ) : (
        <>
          <Alert kind="warning" title="If you approve">
            <p safe>{effectSentence(request.quote, effects)}</p>
          </Alert>
          <ActForm action={`${address}/approval`} label={`Refund ${formatMoney(request.quote.total)}`} look="danger" />
        </>
      )}
      <p>
        <a href={`/admin/orders/${request.orderNumber}/refund?request=${request.id}`}>
          Refund other lines or another amount instead
        </a>
      </p>
      <form class="form" method="post" action={`${address}/refusal`}>
        <Textarea form={form} name="note" label="Or decline: the reason, as the buyer will read it" rows={3} required />
        <Button look="secondary">Decline</Button>
      </form>
    </section>
  );
}
