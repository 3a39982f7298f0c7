import type { DataCheck } from '../database/index.js';
import { goneCredits } from './refunds/review-gone-credits.js';
import { creditStands, creditUsed, lineStands, withheldOf } from './orders/order-holdings.js';

const gaveBack = `f.status IN ('sent', 'succeeded')`;
const openGrants = `grants g WHERE g.source_kind = 'order_line' AND g.ended_at IS NULL`;

/** What must hold between money that went back and what it took with it. */
export const afterSaleChecks: DataCheck[] = [
  {
    invariant: 'I1',
    says: 'a refund is the sum of its courses and of its parts',
    sql: `SELECT 'refund ' || f.id || ': ' || f.amount || ' by ' || l.amount || ' and ' || p.amount AS what
      FROM refunds f
      CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS amount, count(*) AS n FROM refund_lines WHERE refund_id = f.id) l
      CROSS JOIN LATERAL (SELECT coalesce(sum(amount), 0) AS amount FROM refund_parts WHERE refund_id = f.id) p
      WHERE p.amount <> f.amount OR (l.n > 0 AND l.amount <> f.amount)`,
  },
  {
    invariant: 'I1',
    says: 'of no course more is refunded than was paid for it',
    sql: `SELECT 'line ' || c.order_line_id || ', course ' || c.title || ': ' || sum(r.amount) AS what
      FROM order_line_courses c JOIN refund_lines r USING (order_line_id, course_id)
      JOIN refunds f ON f.id = r.refund_id AND f.status <> 'failed'
      LEFT JOIN order_line_taxes t USING (order_line_id, course_id)
      JOIN order_lines l ON l.id = c.order_line_id JOIN orders o ON o.id = l.order_id
      GROUP BY c.order_line_id, c.course_id, c.title, c.amount, t.amount, o.tax_display
      HAVING sum(r.amount) > c.amount + CASE o.tax_display WHEN 'added' THEN coalesce(t.amount, 0) ELSE 0 END`,
  },
  {
    invariant: 'I1',
    says: 'of no course more is credited to later orders than was paid for it',
    sql: `SELECT 'line ' || u.from_order_line_id || ': ' || sum(u.amount) AS what
      FROM upgrade_credits u JOIN order_lines l ON l.id = u.order_line_id
      JOIN orders o ON o.id = l.order_id AND ${creditStands('o')} AND ${lineStands('l.id')}
      JOIN order_line_courses c ON c.order_line_id = u.from_order_line_id AND c.course_id = u.course_id
      GROUP BY u.from_order_line_id, u.course_id, c.amount HAVING sum(u.amount) > c.amount`,
  },
  {
    invariant: 'I1',
    says: 'what a refund kept as credit goes back once nothing counts on it any more',
    sql: `SELECT 'line ' || k.order_line_id || ', course ' || k.title AS what FROM (
        SELECT c.order_line_id, c.title, ${withheldOf('c.order_line_id', 'c.course_id')} AS withheld,
          ${creditUsed('c.order_line_id', 'c.course_id')} AS used, l.order_id
        FROM order_line_courses c JOIN order_lines l ON l.id = c.order_line_id) k
      WHERE k.withheld > k.used
        AND NOT EXISTS (SELECT FROM order_reviews v WHERE v.order_id = k.order_id AND v.reason = 'credit_not_returned')
        AND NOT EXISTS (SELECT FROM facts t JOIN orders o ON o.id::text = t.data ->> 'orderId' JOIN orders m ON m.id = k.order_id
          WHERE o.person_id = m.person_id AND t.name IN ('refund.sent', 'order.expired')
            AND t.at > now() - interval '15 minutes')`,
  },
  {
    invariant: 'I1',
    says: 'a credit whose money went back was put before staff',
    sql: `SELECT 'order ' || g."orderId" || ': ' || g.amount || ' of ' || g."from" AS what
      FROM (${goneCredits} GROUP BY uo.id, s.id) g
      WHERE NOT EXISTS (SELECT FROM order_reviews v WHERE v.order_id = g."orderId" AND v.reason = 'credit_gone'
        AND v.subject = g."fromId"::text)`,
  },
  {
    invariant: 'I4',
    says: 'what a refund closed is closed',
    sql: `SELECT 'refund ' || f.id || ': grant ' || g.id || ' is open' AS what
      FROM refunds f JOIN refund_lines r ON r.refund_id = f.id AND r.closes
      JOIN grants g ON g.source_kind = 'order_line' AND g.source_id = r.order_line_id::text AND g.ended_at IS NULL
      JOIN enrollments e ON e.id = g.enrollment_id AND e.course_id = r.course_id
      WHERE ${gaveBack}`,
  },
  {
    invariant: 'I4',
    says: 'a refund that failed closed nothing',
    sql: `SELECT 'refund ' || f.id || ': grant ' || g.id || ' is closed' AS what
      FROM refunds f JOIN grants g ON g.ended_reason = 'refund:' || f.id WHERE f.status = 'failed'`,
  },
  {
    invariant: 'I4',
    says: 'an open dispute pauses all access of its order, and a lost one ends it',
    sql: `SELECT 'dispute ' || d.id || ' (' || d.standing || '): grant ' || g.id AS what
      FROM disputes d JOIN order_lines l ON l.order_id = d.order_id
      JOIN grants g ON g.source_kind = 'order_line' AND g.source_id = l.id::text AND g.ended_at IS NULL
      WHERE d.standing = 'lost' OR (d.standing = 'open' AND NOT 'dispute' = ANY (g.suspended))`,
  },
  {
    invariant: 'I4',
    says: 'nothing is paused by a dispute that is over',
    sql: `SELECT 'grant ' || g.id AS what FROM ${openGrants} AND 'dispute' = ANY (g.suspended)
        AND NOT EXISTS (SELECT FROM order_lines l JOIN disputes d ON d.order_id = l.order_id AND d.standing = 'open'
          WHERE l.id::text = g.source_id)`,
  },
  {
    invariant: 'I4',
    says: 'an order is called what happened to it',
    sql: `SELECT 'order ' || s.number || ' is ' || s.status AS what FROM (
        SELECT o.number, o.status,
          EXISTS (SELECT FROM disputes d WHERE d.order_id = o.id AND d.standing IN ('open', 'lost')) AS disputed,
          coalesce((SELECT sum(y.amount) FROM payments y WHERE y.order_id = o.id), 0) AS paid,
          coalesce((SELECT sum(a.amount) FROM refund_parts a JOIN payments y ON y.id = a.payment_id
            WHERE y.order_id = o.id AND a.status IN ('sent', 'succeeded')), 0) AS back,
          coalesce((SELECT bool_and(EXISTS (SELECT FROM refund_lines r JOIN refunds f ON f.id = r.refund_id
              WHERE r.order_line_id = c.order_line_id AND r.course_id = c.course_id AND r.closes AND ${gaveBack}))
            FROM order_lines l JOIN order_line_courses c ON c.order_line_id = l.id WHERE l.order_id = o.id), false) AS closed,
          EXISTS (SELECT FROM order_lines l JOIN order_line_courses c ON c.order_line_id = l.id
            WHERE l.order_id = o.id AND ${withheldOf('l.id', 'c.course_id')} > 0) AS withheld,
          EXISTS (SELECT FROM refunds f WHERE f.order_id = o.id AND f.status = 'open') AS "underWay"
        FROM orders o WHERE o.settled_at IS NOT NULL) s
      WHERE NOT s."underWay" AND s.status <> CASE WHEN s.disputed THEN 'disputed'
        WHEN (s.closed AND NOT s.withheld) OR (s.paid > 0 AND s.back = s.paid) THEN 'refunded'
        WHEN s.closed OR s.back > 0 THEN 'partially_refunded' ELSE 'paid' END`,
  },
];
