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
import { disputeReason } from '../dispute-words.js';
import type { DisputeRow } from '../dispute.queries.js';

export const disputesAddress = '/admin/disputes';

export const standings = {
  inquiry: { label: 'Inquiry', kind: 'neutral' },
  open: { label: 'Open', kind: 'signal' },
  won: { label: 'Won', kind: 'accent' },
  lost: { label: 'Lost', kind: 'outline' },
} as const;

interface Props {
  page: PageContext;
  disputes: DisputeRow[];
  nextOffset: number | null;
}

/** Payments that buyers' banks took back or ask about. */
export function DisputesView({ page, disputes, nextOffset }: Props): JSX.Element {
  return (
    <Layout page={page} title="Disputes" width="wide" tone="working">
      <PageHeader
        title="Disputes"
        lead="While one is open, the access of its order is paused and nothing of it can be refunded."
      />
      {disputes.length === 0 ? (
        <EmptyState
          title="No disputes"
          text="A payment that a bank takes back or asks about appears here."
          icon="check"
        />
      ) : (
        <Table
          caption="Disputes, open ones first"
          columns={[
            { label: 'Order' },
            { label: 'Buyer' },
            { label: 'Reason' },
            { label: 'Standing' },
            { label: 'Evidence due' },
            { label: 'Amount', numeric: true },
          ]}
          rows={disputes.map((dispute) => [
            <a class="nowrap" href={`${disputesAddress}/${dispute.id}`} safe>
              {dispute.orderNumber}
            </a>,
            <span safe>{dispute.buyer.name}</span>,
            <span safe>{disputeReason(dispute.reason)}</span>,
            <Badge {...standings[dispute.standing]} />,
            <Due dispute={dispute} />,
            <span safe>{formatMoney({ amount: dispute.amount, currency: dispute.currency })}</span>,
          ])}
        />
      )}
      {nextOffset === null ? '' : <Pagination nextHref={`${disputesAddress}?offset=${nextOffset}`} />}
    </Layout>
  );
}

function Due({ dispute }: { dispute: DisputeRow }): JSX.Element {
  if (dispute.submittedAt) return <span>Sent</span>;
  return dispute.evidenceDueAt && dispute.standing === 'open' ? <Time at={dispute.evidenceDueAt} /> : <span>–</span>;
}
