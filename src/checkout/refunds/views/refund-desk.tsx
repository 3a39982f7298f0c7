import { formatMoney } from '../../../shared/index.js';
import {
  Badge,
  EmptyState,
  Layout,
  type PageContext,
  PageHeader,
  Pagination,
  Table,
  Time,
} from '../../../web/index.js';
import type { RefundRequest, RefundRow } from '../refund.queries.js';

export const refundsAddress = '/admin/refunds';

interface Props {
  page: PageContext;
  waiting: RefundRequest[];
  unallocated: RefundRow[];
  decided: RefundRequest[];
  next: string | null;
}

const decisions = {
  approved: { label: 'Approved', kind: 'accent' },
  declined: { label: 'Declined', kind: 'signal' },
  lapsed: { label: 'Closed by itself', kind: 'neutral' },
  withdrawn: { label: 'Taken back', kind: 'neutral' },
} as const;

/** Refunds that wait for staff: asked for by buyers, or made at Stripe without saying for what. */
export function RefundDesk({ page, waiting, unallocated, decided, next }: Props): JSX.Element {
  return (
    <Layout page={page} title="Refunds" width="wide" tone="working">
      <PageHeader title="Refunds" lead="Requests keep the amount of the moment they were made." />
      <section class="section">
        <h2>Waiting for a decision</h2>
        {waiting.length === 0 ? (
          <EmptyState
            title="Nothing waits"
            text="Requests of buyers appear here, the longest waiting first."
            icon="check"
          />
        ) : (
          <Requests caption="Requests that wait" requests={waiting} />
        )}
      </section>
      {unallocated.length > 0 ? (
        <Unallocated refunds={unallocated} canAllocate={page.viewer?.roles.includes('admin') ?? false} />
      ) : (
        ''
      )}
      {decided.length > 0 ? (
        <section class="section">
          <h2>Decided</h2>
          <Requests caption="Decided requests, newest first" requests={decided} />
          {next ? <Pagination nextHref={`${refundsAddress}?after=${next}`} /> : ''}
        </section>
      ) : (
        ''
      )}
    </Layout>
  );
}

const Requests = ({ caption, requests }: { caption: string; requests: RefundRequest[] }): JSX.Element => (
  <Table
    caption={caption}
    columns={[
      { label: 'Order' },
      { label: 'Buyer' },
      { label: 'Asked' },
      { label: 'Decision' },
      { label: 'Amount', numeric: true },
    ]}
    rows={requests.map((request) => [
      <a class="nowrap" href={`${refundsAddress}/${request.id}`} safe>
        {request.orderNumber}
      </a>,
      <span safe>{request.askedBy.name}</span>,
      <Time at={request.askedAt} />,
      request.decision ? <Badge {...decisions[request.decision]} /> : <Badge label="Waiting" kind="signal" />,
      <span safe>{formatMoney(request.quote.total)}</span>,
    ])}
  />
);

const Unallocated = ({ refunds, canAllocate }: { refunds: RefundRow[]; canAllocate: boolean }): JSX.Element => (
  <section class="section">
    <h2>Which line?</h2>
    <p>
      These were made in Stripe's dashboard, and their amount fits more than one part of an order with several lines.
    </p>
    <Table
      caption="Refunds without lines"
      columns={[{ label: 'Order' }, { label: 'Made' }, { label: 'Amount', numeric: true }]}
      rows={refunds.map((refund) => [
        canAllocate ? (
          <a class="nowrap" href={`${refundsAddress}/allocation/${refund.id}`} safe>
            {refund.orderNumber}
          </a>
        ) : (
          <a class="nowrap" href={`/admin/orders/${refund.orderNumber}`} safe>
            {refund.orderNumber}
          </a>
        ),
        <Time at={refund.createdAt} />,
        <span safe>{formatMoney({ amount: refund.amount, currency: refund.currency })}</span>,
      ])}
    />
  </section>
);
