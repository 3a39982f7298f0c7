import { formatMoney } from '../../../shared/index.js';
import { Alert, Badge, Table, Time } from '../../../web/index.js';
import type { DeskOrder } from '../desk-order.queries.js';
import { words } from '../story-words.js';

/** What was received for an order. */
export function Payments({ order }: { order: DeskOrder }): JSX.Element {
  if (order.payments.length === 0) {
    return order.total === 0 ? (
      <Alert kind="info">
        <p>Nothing was to pay.</p>
      </Alert>
    ) : (
      ''
    );
  }
  return (
    <section class="section">
      <h2>Payments</h2>
      <Table
        caption="Payments"
        columns={[{ label: 'Paid' }, { label: 'Amount', numeric: true }, { label: 'Method' }, { label: 'Stripe id' }]}
        rows={order.payments.map((payment) => [
          <Time at={new Date(payment.paidAt)} />,
          <span safe>{formatMoney({ amount: payment.amount, currency: order.currency })}</span>,
          <span safe>{payment.method}</span>,
          <code safe>{payment.paymentIntent}</code>,
        ])}
      />
    </section>
  );
}

const refundKinds = { open: 'outline', sent: 'outline', succeeded: 'accent', failed: 'signal' } as const;

/** Refunds and disputes of an order, if there are any. */
export function MoneyBack({ order }: { order: DeskOrder }): JSX.Element {
  const shown = (amount: number) => <span safe>{formatMoney({ amount, currency: order.currency })}</span>;
  if (order.refunds.length + order.disputes.length === 0) return '';
  return (
    <section class="section">
      <h2>Refunds and disputes</h2>
      {order.refunds.length > 0 ? (
        <Table
          caption="Refunds"
          columns={[{ label: 'Refund' }, { label: 'Amount', numeric: true }, { label: 'State' }, { label: 'Why' }]}
          rows={order.refunds.map((refund) => [
            <Time at={new Date(refund.createdAt)} />,
            shown(refund.amount),
            <Badge label={refund.status} kind={refundKinds[refund.status]} />,
            <span safe>{refund.note ? `${words(refund.cause)}: ${refund.note}` : words(refund.cause)}</span>,
          ])}
        />
      ) : (
        ''
      )}
      {order.disputes.length > 0 ? (
        <Table
          caption="Disputes"
          columns={[{ label: 'Dispute' }, { label: 'Amount', numeric: true }, { label: 'State' }]}
          rows={order.disputes.map((dispute) => [
            <a href={`/admin/disputes/${dispute.id}`}>
              <code safe>{dispute.id}</code>
            </a>,
            shown(dispute.amount),
            <span safe>{words(dispute.status)}</span>,
          ])}
        />
      ) : (
        ''
      )}
    </section>
  );
}
