import type { Tx } from '../../database/index.js';

/** Closes reviews of an order that were about money which has gone back since. */
export async function settleReviews(tx: Tx, orderId: string, isRefunded: boolean): Promise<void> {
  await tx.rows(
    `INSERT INTO review_resolutions (review_id, note)
     SELECT v.id, 'Settled by itself: the money was sent since.' FROM order_reviews v
     WHERE v.order_id = $1 AND NOT EXISTS (SELECT FROM review_resolutions s WHERE s.review_id = v.id)
       AND ($2 AND v.reason IN ('paid_twice', 'paid_after_refund', 'refund_failed', 'ineligible_not_refunded',
           'credit_not_returned', 'credit_gone')
         OR v.reason = 'refund_failed' AND (v.seen ->> 'amount')::bigint <= (
           SELECT coalesce(sum(f.amount), 0) FROM refunds f
           WHERE f.order_id = $1 AND f.status IN ('sent', 'succeeded') AND f.created_at > v.at))
     ON CONFLICT DO NOTHING`,
    [orderId, isRefunded],
  );
}
