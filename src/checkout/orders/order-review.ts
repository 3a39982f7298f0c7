import type { Tx } from '../../database/index.js';

export interface Review {
  orderId: string;
  reason:
    | 'payment_mismatch'
    | 'paid_twice'
    | 'paid_after_refund'
    | 'oversold'
    | 'refund_failed'
    | 'unallocated_refund'
    | 'ineligible_not_refunded'
    | 'credit_not_returned'
    | 'credit_gone';
  /** What of the order it is about, where it can happen more than once. */
  subject?: string;
  seen: object;
}

/** Puts something before staff, once per order, reason and subject. */
export async function insertReview(tx: Tx, { orderId, reason, subject = '', seen }: Review): Promise<void> {
  await tx.rows(
    'INSERT INTO order_reviews (order_id, reason, subject, seen) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [orderId, reason, subject, JSON.stringify(seen)],
  );
}
