import type { Tx } from '../../database/index.js';
import type { OrderStatus } from '../orders/order.entity.js';
import type { RefundMails } from './refund.mails.js';
import type { SoldOrder } from './refund-case.js';

/** A request that nobody can decide any more closes by itself, and its buyer reads why. */
export async function lapseRequests(tx: Tx, mails: RefundMails, order: SoldOrder, status: OrderStatus): Promise<void> {
  const note = await whyLapsed(tx, order.id, status);
  if (!note) return;
  const lapsed = await tx.rows<{ id: string }>(
    `UPDATE refund_requests SET decision = 'lapsed', decided_at = now(), note = $2
     WHERE order_id = $1 AND decision IS NULL RETURNING id`,
    [order.id, note],
  );
  for (const { id } of lapsed) await mails.lapsed(tx, order, { requestId: id, note });
}

async function whyLapsed(tx: Tx, orderId: string, status: OrderStatus): Promise<string | undefined> {
  if (status === 'refunded') return 'All of this order was given back meanwhile.';
  if (status !== 'disputed') return undefined;
  const lost = await tx.row(`SELECT 1 FROM disputes WHERE order_id = $1 AND standing = 'lost' LIMIT 1`, [orderId]);
  if (!lost) return undefined;
  return 'Your bank returned the payment to you, so there is nothing left that we could refund.';
}
