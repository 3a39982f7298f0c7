import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

export interface PaymentFilter {
  /** Half-open: from the first instant of `from` to the first instant after `to`, UTC dates. */
  from?: string;
  to?: string;
  status?: string;
  currency?: string;
  /** Part of a name, an e-mail, an order number or a Stripe id. */
  q?: string;
}

export interface PaymentRow {
  id: string;
  paidAt: Date;
  orderNumber: string;
  receiptNumber: string;
  status: string;
  buyerName: string;
  buyerEmail: string;
  what: string;
  method: string;
  paymentIntent: string;
  amount: number;
  currency: string;
}

export interface PaymentTotal {
  currency: string;
  count: number;
  amount: number;
  /** Given back of these payments, or on its way; minor units. */
  refunded: number;
}

const matching = `
  FROM payments y
  JOIN orders o ON o.id = y.order_id
  JOIN people p ON p.id = o.person_id
  JOIN receipts r ON r.order_id = o.id
  WHERE ($1::date IS NULL OR y.paid_at >= $1::date::timestamp AT TIME ZONE 'UTC')
    AND ($2::date IS NULL OR y.paid_at < ($2::date + 1)::timestamp AT TIME ZONE 'UTC')
    AND ($3::text IS NULL OR o.status = $3)
    AND ($4::text IS NULL OR y.currency = $4)
    AND ($5::text IS NULL OR p.name ILIKE $5 OR p.email ILIKE $5 OR o.number ILIKE $5 OR y.payment_intent ILIKE $5)`;

/** Money as the accountant sees it: no answers, no licence papers, nothing clinical. */
@Injectable()
export class PaymentQueries {
  constructor(private readonly db: Database) {}

  /** Newest first; `after` is the id of the last row seen. */
  list(filter: PaymentFilter, limit: number, after: string | null): Promise<PaymentRow[]> {
    return this.db.rows<PaymentRow>(
      `SELECT y.id, y.paid_at AS "paidAt", o.number AS "orderNumber", r.number AS "receiptNumber", o.status,
              p.name AS "buyerName", p.email AS "buyerEmail",
              (SELECT string_agg(l.title, '; ' ORDER BY l.position) FROM order_lines l WHERE l.order_id = o.id) AS what,
              y.method, y.payment_intent AS "paymentIntent", y.amount, y.currency
       ${matching} AND ($7::uuid IS NULL OR (y.paid_at, y.id) < (SELECT paid_at, id FROM payments WHERE id = $7))
       ORDER BY y.paid_at DESC, y.id DESC LIMIT $6`,
      [...parameters(filter), limit, after],
    );
  }

  totals(filter: PaymentFilter): Promise<PaymentTotal[]> {
    return this.db.rows<PaymentTotal>(
      `SELECT y.currency, count(*) AS count, sum(y.amount)::bigint AS amount,
         coalesce(sum((SELECT sum(a.amount) FROM refund_parts a WHERE a.payment_id = y.id AND a.status IN ('sent', 'succeeded'))), 0)::bigint AS refunded
       ${matching} GROUP BY y.currency ORDER BY y.currency`,
      parameters(filter),
    );
  }
}

const parameters = (filter: PaymentFilter): unknown[] => [
  filter.from ?? null,
  filter.to ?? null,
  filter.status ?? null,
  filter.currency ?? null,
  filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null,
];
