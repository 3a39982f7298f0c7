import { Injectable } from '@nestjs/common';
import type { Quote } from '../../bundles/index.js';
import { Database } from '../../database/index.js';
import type { OrderStatus } from '../orders/order.entity.js';

/** One person's access to one course of a line, as it stands now. */
export interface LineAccess {
  person: string;
  state: 'open' | 'suspended' | 'expired' | 'ended';
  until: string | null;
  reason: string | null;
}

/** Amounts in minor units of the order's currency. */
export interface DeskLine {
  id: string;
  title: string;
  quantity: number;
  amount: number;
  courses: { title: string; amount: number; tax: number; access: LineAccess[] }[];
}

export interface DeskPayment {
  instalment: number;
  paidAt: string;
  amount: number;
  method: string;
  paymentIntent: string;
  charge: string | null;
}

export interface DeskRefund {
  id: string;
  cause: string;
  status: 'open' | 'sent' | 'succeeded' | 'failed';
  amount: number;
  tax: number;
  createdAt: string;
  note: string | null;
}

/** One order with all that staff decide on. */
export interface DeskOrder {
  id: string;
  number: string;
  status: OrderStatus;
  purpose: 'self' | 'gift' | 'seats';
  market: string;
  marketLabel: string;
  currency: string;
  total: number;
  tax: number;
  taxDisplay: 'none' | 'included' | 'added';
  quote: Quote;
  placedAt: Date;
  lockedUntil: Date;
  settledAt: Date | null;
  endedReason: string | null;
  sessionId: string | null;
  receiptNumber: string | null;
  recipient: { name: string; email: string } | null;
  buyer: { id: string; name: string; email: string };
  lines: DeskLine[];
  payments: DeskPayment[];
  /** Given back, or on its way. */
  refunded: number;
  refunds: DeskRefund[];
  disputes: { id: string; status: string; standing: string; amount: number }[];
}

const access = `SELECT jsonb_agg(jsonb_build_object('person', w.name, 'until', g.expires_at,
    'reason', coalesce(g.ended_reason, nullif(array_to_string(g.suspended, ', '), '')),
    'state', CASE WHEN g.ended_at IS NOT NULL THEN 'ended' WHEN g.expires_at <= now() THEN 'expired'
      WHEN g.suspended <> '{}' THEN 'suspended' ELSE 'open' END) ORDER BY w.name)
  FROM grants g JOIN enrollments n ON n.id = g.enrollment_id JOIN people w ON w.id = n.person_id
  WHERE g.source_kind = 'order_line' AND g.source_id = l.id::text AND n.course_id = c.course_id`;
const courses = `SELECT jsonb_agg(jsonb_build_object('title', c.title, 'amount', c.amount, 'tax', coalesce(t.amount, 0),
    'access', coalesce((${access}), '[]')) ORDER BY c.position)
  FROM order_line_courses c LEFT JOIN order_line_taxes t USING (order_line_id, course_id) WHERE c.order_line_id = l.id`;
const lines = `SELECT jsonb_agg(jsonb_build_object('id', l.id, 'title', l.title, 'quantity', l.quantity, 'amount', l.amount,
    'courses', (${courses})) ORDER BY l.position) FROM order_lines l WHERE l.order_id = o.id`;
const payments = `SELECT jsonb_agg(jsonb_build_object('instalment', y.instalment, 'paidAt', y.paid_at, 'amount', y.amount,
    'method', y.method, 'paymentIntent', y.payment_intent, 'charge', y.charge) ORDER BY y.instalment)
  FROM payments y WHERE y.order_id = o.id`;

const refunds = `SELECT jsonb_agg(jsonb_build_object('id', f.id, 'cause', f.cause, 'status', f.status, 'amount', f.amount,
    'tax', f.tax, 'createdAt', f.created_at, 'note', f.note) ORDER BY f.created_at, f.id)
  FROM refunds f WHERE f.order_id = o.id`;
const disputes = `SELECT jsonb_agg(jsonb_build_object('id', t.id, 'status', t.status, 'standing', t.standing,
    'amount', t.amount) ORDER BY t.opened_at, t.id) FROM disputes t WHERE t.order_id = o.id`;

@Injectable()
export class DeskOrderQueries {
  constructor(private readonly db: Database) {}

  byNumber(number: string): Promise<DeskOrder | undefined> {
    return this.db.row<DeskOrder>(
      `SELECT o.id, o.number, o.status, o.purpose, o.market, m.label AS "marketLabel", o.currency, o.total, o.tax, o.tax_display AS "taxDisplay",
              o.quote, o.created_at AS "placedAt", o.checkout_expires_at AS "lockedUntil", o.settled_at AS "settledAt",
              o.ended_reason AS "endedReason", o.checkout_session_id AS "sessionId", r.number AS "receiptNumber",
              o.recipient, jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email) AS buyer,
              (${lines}) AS lines, coalesce((${payments}), '[]') AS payments,
              coalesce((${refunds}), '[]') AS refunds, coalesce((${disputes}), '[]') AS disputes,
              (SELECT coalesce(sum(a.amount), 0)::bigint FROM refund_parts a JOIN payments y ON y.id = a.payment_id
               WHERE y.order_id = o.id AND a.status <> 'failed') AS refunded
       FROM orders o JOIN people p ON p.id = o.person_id JOIN markets m ON m.name = o.market
       LEFT JOIN receipts r ON r.order_id = o.id WHERE o.number = $1`,
      [number],
    );
  }
}
