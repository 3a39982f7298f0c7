import type { Tx } from '../../database/index.js';
import { formatMoney } from '../../shared/index.js';
import { creditSpent, lineStands } from '../orders/order-holdings.js';
import { insertReview } from '../orders/order-review.js';

/** Purchases that stand and were paid with credit of `s`, an order whose money a bank took or that was given back. */
export const goneCredits = `
  SELECT uo.id AS "orderId", s.id AS "fromId", s.number AS "from", s.currency, sum(u.amount)::bigint AS amount
  FROM upgrade_credits u JOIN order_lines ul ON ul.id = u.order_line_id JOIN orders uo ON uo.id = ul.order_id
  JOIN order_lines f ON f.id = u.from_order_line_id JOIN orders s ON s.id = f.order_id
  WHERE uo.settled_at IS NOT NULL AND ${creditSpent('uo')} AND ${lineStands('ul.id')}
    AND (EXISTS (SELECT FROM disputes d WHERE d.order_id = s.id AND d.standing = 'lost')
      OR u.amount > (SELECT coalesce(sum(y.amount), 0) FROM payments y WHERE y.order_id = s.id)
        - (SELECT coalesce(sum(a.amount), 0) FROM refund_parts a JOIN payments y ON y.id = a.payment_id
           WHERE y.order_id = s.id AND a.status <> 'failed'))`;

/** Tells staff, once, of purchases that were paid with credit whose money has gone back. `orderId`: either of the two. */
export async function reviewGoneCredits(tx: Tx, orderId: string): Promise<void> {
  const gone = await tx.rows<{ orderId: string; fromId: string; from: string; currency: string; amount: number }>(
    `${goneCredits} AND (s.id = $1 OR uo.id = $1) GROUP BY uo.id, s.id`,
    [orderId],
  );
  for (const each of gone) {
    const seen = { credit: formatMoney(each), from: each.from };
    await insertReview(tx, { orderId: each.orderId, reason: 'credit_gone', subject: each.fromId, seen });
  }
}
