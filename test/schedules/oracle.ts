import type { TestApp } from '../support/index.js';

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
