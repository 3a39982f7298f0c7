import type { DataCheck } from '../database/index.js';

const settled = `o.status IN ('paid', 'refunded', 'partially_refunded', 'disputed')`;

/** What must hold between orders, their lines, payments and receipts. */
export const checkoutChecks: DataCheck[] = [
  {
    invariant: 'I1',
    says: 'the courses of a line cost together what the line costs',
    sql: `SELECT 'order ' || o.number || ', line ' || l.position || ': ' || l.amount || ' is not ' || sum(c.amount) AS what
      FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN order_line_courses c ON c.order_line_id = l.id
      GROUP BY o.number, l.id, l.position, l.amount HAVING sum(c.amount) <> l.amount`,
  },
  {
    invariant: 'I1',
    says: 'the lines of an order sum to its total',
    sql: `SELECT 'order ' || o.number || ': ' || o.total || ' is not ' || coalesce(sum(l.amount), 0) AS what
      FROM orders o LEFT JOIN order_lines l ON l.order_id = o.id
      GROUP BY o.id HAVING coalesce(sum(l.amount), 0) <> o.total`,
  },
  {
    invariant: 'I1',
    says: 'the taxes of the lines sum to the tax of the order',
    sql: `SELECT 'order ' || o.number || ': ' || o.tax || ' is not ' || coalesce(sum(t.amount), 0) AS what
      FROM orders o JOIN order_lines l ON l.order_id = o.id LEFT JOIN order_line_taxes t ON t.order_line_id = l.id
      WHERE o.settled_at IS NOT NULL GROUP BY o.id HAVING coalesce(sum(t.amount), 0) <> o.tax`,
  },
  {
    invariant: 'I2',
    says: 'an order is settled exactly when it has its one receipt',
    sql: `SELECT 'order ' || o.number || ' is ' || o.status || CASE WHEN r.number IS NULL THEN ' without' ELSE ' with' END
        || ' a receipt' AS what
      FROM orders o LEFT JOIN receipts r ON r.order_id = o.id
      WHERE (o.settled_at IS NOT NULL) <> (r.number IS NOT NULL) OR (o.settled_at IS NOT NULL) <> (${settled})`,
  },
  {
    invariant: 'I2',
    says: 'a settled order was told of once',
    sql: `SELECT 'order ' || o.number || ' was told of ' || count(f.id) || ' times' AS what
      FROM orders o LEFT JOIN facts f ON f.data ? 'orderId' AND f.data ->> 'orderId' = o.id::text AND f.name = 'order.settled'
      WHERE o.settled_at IS NOT NULL GROUP BY o.id HAVING count(f.id) <> 1`,
  },
  {
    invariant: 'I2',
    says: 'what was paid for an order in one payment is its total with tax, in its currency',
    sql: `SELECT 'order ' || o.number || ': paid ' || y.amount || ' ' || y.currency AS what
      FROM orders o JOIN payments y ON y.order_id = o.id
      WHERE y.currency <> o.currency OR o.plan IS NULL
        AND y.amount <> o.total + CASE o.tax_display WHEN 'added' THEN o.tax ELSE 0 END`,
  },
  {
    invariant: 'I2',
    says: 'an order over money that is settled has a payment, and no other order has one',
    sql: `SELECT 'order ' || o.number || ' is ' || o.status || ' with ' || count(y.id) || ' payments' AS what
      FROM orders o LEFT JOIN payments y ON y.order_id = o.id
      GROUP BY o.id HAVING (count(y.id) > 0) <> (o.settled_at IS NOT NULL AND o.total > 0)`,
  },
  {
    invariant: 'I2',
    says: 'a settled order for oneself gave each of its courses once',
    sql: `SELECT 'order ' || o.number || ', course ' || c.title || ': ' || count(g.id) || ' grants' AS what
      FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN order_line_courses c ON c.order_line_id = l.id
      LEFT JOIN enrollments e ON e.person_id = o.person_id AND e.course_id = c.course_id
      LEFT JOIN grants g ON g.enrollment_id = e.id AND g.source_kind = 'order_line' AND g.source_id = l.id::text
      WHERE o.purpose = 'self' AND o.settled_at IS NOT NULL
      GROUP BY o.id, l.id, c.course_id, c.title HAVING count(g.id) <> 1`,
  },
  {
    invariant: 'I3',
    says: 'access by an order comes from an order that was settled',
    sql: `SELECT 'grant ' || g.id || ' of ' || coalesce('order ' || o.number, 'no order') AS what
      FROM grants g LEFT JOIN order_lines l ON l.id::text = g.source_id LEFT JOIN orders o ON o.id = l.order_id
      WHERE g.source_kind = 'order_line' AND o.settled_at IS NULL`,
  },
  {
    invariant: 'I2',
    says: 'what was paid of a plan is what its paid instalments say',
    sql: `SELECT 'order ' || o.number || ': paid ' || y.paid || ', instalments of ' || i.paid AS what
      FROM orders o,
        LATERAL (SELECT coalesce(sum(amount), 0) AS paid FROM payments WHERE order_id = o.id) y,
        LATERAL (SELECT coalesce(sum(amount) FILTER (WHERE paid_at IS NOT NULL), 0) AS paid, sum(amount) AS planned
                 FROM instalments WHERE order_id = o.id) i
      WHERE o.plan IS NOT NULL AND o.settled_at IS NOT NULL AND (y.paid <> i.paid OR i.planned IS DISTINCT FROM o.total)`,
  },
];
