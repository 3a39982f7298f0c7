import { Badge } from '../../../web/index.js';
import type { OrderStatus } from '../order.entity.js';

const words: Record<OrderStatus, { label: string; kind: 'neutral' | 'accent' | 'signal' | 'outline' }> = {
  pending: { label: 'Waiting for payment', kind: 'outline' },
  awaiting_payment: { label: 'Bank is confirming', kind: 'outline' },
  paid: { label: 'Paid', kind: 'accent' },
  expired: { label: 'Closed without payment', kind: 'neutral' },
  refunded: { label: 'Refunded', kind: 'neutral' },
  partially_refunded: { label: 'Partly refunded', kind: 'neutral' },
  disputed: { label: 'Disputed', kind: 'signal' },
};

export const statusWords = (status: OrderStatus): string => words[status].label;

/** A dispute that was lost is over; one that is open is not. */
export const OrderStatusBadge = ({ status, isLost = false }: { status: OrderStatus; isLost?: boolean }): JSX.Element =>
  status === 'disputed' && isLost ? <Badge label="Dispute lost" kind="neutral" /> : <Badge {...words[status]} />;
