import type { Tx } from '../../database/index.js';
import { refundDecidedAlready } from './refund.errors.js';

export interface Decided {
  requestId: string;
  orderId: string;
  decision: 'approved' | 'declined' | 'withdrawn';
  by: string;
  /** What its buyer reads. */
  note: string | null;
}

/** Writes down what was decided on a request; the first decision stands. @throws refund_decided */
export async function closeRequest(tx: Tx, { requestId, orderId, decision, by, note }: Decided): Promise<void> {
  const decided = await tx.row(
    `UPDATE refund_requests SET decision = $3, decided_at = now(), decided_by = $4, note = $5
     WHERE id = $1 AND order_id = $2 AND decision IS NULL RETURNING id`,
    [requestId, orderId, decision, by, note],
  );
  if (!decided) throw refundDecidedAlready();
}
