import { Injectable } from '@nestjs/common';
import type { RefundPolicy } from '../../bundles/index.js';
import { Database, type Runner, type Tx } from '../../database/index.js';
import { type LineEffects, LineAccess } from '../orders/line-access.js';
import type { OrderPurpose, OrderStatus } from '../orders/order.entity.js';
import { creditSpent, creditStands, creditUsed, lineStands, refundedOf, withheldOf } from '../orders/order-holdings.js';
import type { PaidLine, RefundCase } from './refund-quote.js';

/** An order after its sale: what can go back of it, and what that would take away. */
export interface SoldOrder extends RefundCase {
  id: string;
  number: string;
  personId: string;
  status: OrderStatus;
  purpose: OrderPurpose;
  buyer: { name: string; email: string };
  payments: { id: string; paymentIntent: string; held: number }[];
  /** Orders that count on this one as credit: open checkouts, and purchases that stand. */
  creditOrders: { number: string; isOpen: boolean }[];
  lines: (PaidLine & { effects: LineEffects })[];
}

interface Row extends Omit<SoldOrder, 'policy' | 'held' | 'settledAt' | 'lines' | 'disputed'> {
  settledAt: Date | null;
  policy: RefundPolicy | null;
  held: number;
  disputed: boolean;
  lines: Omit<PaidLine, 'progressPercent'>[];
}

/** An order from before promises were frozen is refunded as the first policy said. */
const firstPolicy: RefundPolicy = {
  id: '00000000-0000-7000-8000-000000000001',
  name: '14 days, up to a quarter studied',
  days: 14,
  maxProgressPercent: 25,
  feePercent: 0,
  feeFixed: 0,
};

/** `stands`: which orders count as using a credit. */
const courses = (
  stands: (order: string) => string,
) => `SELECT jsonb_agg(jsonb_build_object('id', c.course_id, 'title', c.title,
    'gross', c.amount + CASE o.tax_display WHEN 'added' THEN coalesce(t.amount, 0) ELSE 0 END,
    'tax', coalesce(t.amount, 0), 'refunded', ${refundedOf('c.order_line_id', 'c.course_id')}, 'refundedTax', ${refundedOf('c.order_line_id', 'c.course_id', 'tax')},
    'credited', ${creditUsed('c.order_line_id', 'c.course_id', stands)},
    'withheld', ${withheldOf('c.order_line_id', 'c.course_id')},
    'closed', EXISTS (SELECT FROM refund_lines r JOIN refunds f ON f.id = r.refund_id
      WHERE r.order_line_id = c.order_line_id AND r.course_id = c.course_id AND r.closes AND f.status <> 'failed')
  ) ORDER BY c.position)
  FROM order_line_courses c LEFT JOIN order_line_taxes t USING (order_line_id, course_id) WHERE c.order_line_id = l.id`;

const sold = (stands: (order: string) => string) => `
  SELECT o.id, o.number, o.person_id AS "personId", o.status, o.purpose, o.currency, o.settled_at AS "settledAt",
    o.terms -> 'refund' AS policy, jsonb_build_object('name', p.name, 'email', p.email) AS buyer,
    EXISTS (SELECT FROM disputes d WHERE d.order_id = o.id AND d.standing IN ('open', 'lost')) AS disputed,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', y.id, 'paymentIntent', y.payment_intent, 'held', y.amount
        - coalesce((SELECT sum(a.amount) FROM refund_parts a WHERE a.payment_id = y.id AND a.status <> 'failed'), 0))
      ORDER BY y.instalment DESC) FROM payments y WHERE y.order_id = o.id), '[]') AS payments,
    coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('number', uo.number, 'isOpen', uo.status = 'pending'))
      FROM upgrade_credits u JOIN order_lines f ON f.id = u.from_order_line_id JOIN order_lines ul ON ul.id = u.order_line_id
      JOIN orders uo ON uo.id = ul.order_id
      WHERE f.order_id = o.id AND ${creditStands('uo')} AND ${lineStands('ul.id')}), '[]') AS "creditOrders",
    (SELECT jsonb_build_object('count', count(*), 'amount', coalesce(sum(i.amount), 0)) FROM instalments i
     WHERE i.order_id = o.id AND i.paid_at IS NULL AND i.cancelled_at IS NULL) AS instalments,
    (SELECT jsonb_agg(jsonb_build_object('id', l.id, 'title', l.title, 'courses', (${courses(stands)})) ORDER BY l.position)
     FROM order_lines l WHERE l.order_id = o.id) AS lines
  FROM orders o JOIN people p ON p.id = o.person_id`;

@Injectable()
export class RefundCases {
  constructor(
    private readonly db: Database,
    private readonly access: LineAccess,
  ) {}

  /** As its buyer sees it: a checkout that nobody paid yet does not count on it, for a refund ends it first. */
  byNumber(number: string, personId: string | null = null): Promise<SoldOrder | undefined> {
    return this.read(this.db, `${sold(creditSpent)} WHERE o.number = $1 AND ($2::uuid IS NULL OR o.person_id = $2)`, [
      number,
      personId,
    ]);
  }

  /** Held until the end of the transaction: whoever refunds an order does it alone. */
  async locked(tx: Tx, orderId: string): Promise<SoldOrder | undefined> {
    await tx.row('SELECT id FROM orders WHERE id = $1 FOR UPDATE', [orderId]);
    return this.read(tx, `${sold(creditStands)} WHERE o.id = $1`, [orderId]);
  }

  /** Locked, and its buyer can place no order meanwhile that counts on it as credit. */
  async alone(tx: Tx, orderId: string): Promise<SoldOrder | undefined> {
    const order = await tx.row<{ personId: string }>('SELECT person_id AS "personId" FROM orders WHERE id = $1', [
      orderId,
    ]);
    if (!order) return undefined;
    await tx.lock(`checkout:${order.personId}`);
    return this.locked(tx, orderId);
  }

  private async read(runner: Runner, sql: string, parameters: unknown[]): Promise<SoldOrder | undefined> {
    const row = await runner.row<Row>(sql, parameters);
    if (!row?.settledAt) return undefined;
    const lines: SoldOrder['lines'] = [];
    for (const line of row.lines) {
      const effects = await this.access.effects({ id: line.id, purpose: row.purpose }, runner);
      lines.push({ ...line, effects, progressPercent: progressOf(effects, line.courses.length) });
    }
    const held = row.payments.reduce((sum, payment) => sum + payment.held, 0);
    return { ...row, settledAt: row.settledAt, policy: row.policy ?? firstPolicy, held, lines };
  }
}

/** Over all courses of the line and all who hold it; who studied most counts. */
function progressOf(effects: LineEffects, courses: number): number {
  const each = effects.people.map((person) =>
    Math.floor(person.courses.reduce((sum, course) => sum + course.progressPercent, 0) / courses),
  );
  return Math.max(0, ...each);
}
