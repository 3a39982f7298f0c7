import type { TestApp } from '../support/index.js';

/** The money of each payment at Stripe that went back or is disputed, against what we keep: one row per difference. */
export async function moneyDifferences(app: TestApp, people: string[]): Promise<unknown[]> {
  return app.db.rows(
    `SELECT o.number, c.body ->> 'amount_refunded' AS "atStripe", ours.amount AS ours, d.standing, dispute.status
     FROM orders o JOIN payments y ON y.order_id = o.id
     JOIN stripe_sandbox.objects c ON c.kind = 'charge' AND c.id = y.charge
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS amount FROM refund_parts
       WHERE payment_id = y.id AND status IN ('sent', 'succeeded')) ours
     LEFT JOIN LATERAL (SELECT b.id, b.body ->> 'status' AS status, b.body ->> 'is_charge_refundable' AS refundable
       FROM stripe_sandbox.objects b WHERE b.kind = 'dispute' AND b.body ->> 'charge' = c.id) dispute ON true
     LEFT JOIN disputes d ON d.id = dispute.id
     WHERE o.person_id = ANY($1) AND ((c.body ->> 'amount_refunded')::bigint <> ours.amount
       OR (dispute.id IS NOT NULL AND d.standing IS DISTINCT FROM CASE
         WHEN dispute.status IN ('won', 'warning_closed') THEN 'won' WHEN dispute.status = 'lost' THEN 'lost'
         WHEN dispute.status LIKE 'warning%' THEN 'inquiry' ELSE 'open' END))`,
    [people],
  );
}

/** What Stripe says happened to each order of these people, against what we say: one row per difference. */
export async function differencesFromStripe(app: TestApp, people: string[]): Promise<unknown[]> {
  return app.db.rows(
    `WITH stripe AS (
       SELECT body #>> '{metadata,order_id}' AS order_id, body ->> 'payment_status' AS payment, body ->> 'status' AS status,
         (body ->> 'amount_total')::bigint AS amount
       FROM stripe_sandbox.objects WHERE kind = 'checkout.session'
     )
     SELECT o.number, o.status AS ours, s.status || '/' || s.payment AS "atStripe", o.settled_at IS NOT NULL AS settled
     FROM orders o JOIN stripe s ON s.order_id = o.id::text
     WHERE o.person_id = ANY($1) AND NOT CASE
       WHEN s.payment = 'paid' THEN o.settled_at IS NOT NULL AND s.amount = o.total
       WHEN s.status = 'expired' THEN o.status = 'expired'
       WHEN s.status = 'complete' THEN o.status IN ('awaiting_payment', 'expired')
       ELSE o.status = 'pending' END`,
    [people],
  );
}
