import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { OrderStatus } from '../orders/order.entity.js';
import type { DeskFilter, Sort } from './desk-filter.js';

/** One order in the list. `total` in minor units. */
export interface DeskRow {
  id: string;
  number: string;
  status: OrderStatus;
  purpose: 'self' | 'gift' | 'seats';
  market: string;
  placedAt: Date;
  buyerName: string;
  buyerEmail: string;
  what: string;
  code: string | null;
  receiptNumber: string | null;
  total: number;
  currency: string;
  /** A dispute of it was lost. */
  isLost: boolean;
}

export interface DeskTotal {
  currency: string;
  count: number;
  total: number;
}

const matching = `
  FROM orders o JOIN people p ON p.id = o.person_id LEFT JOIN receipts r ON r.order_id = o.id
  WHERE ($1::date IS NULL OR o.created_at >= $1::date::timestamp AT TIME ZONE 'UTC')
    AND ($2::date IS NULL OR o.created_at < ($2::date + 1)::timestamp AT TIME ZONE 'UTC')
    AND ($3::text IS NULL OR o.status = $3)
    AND ($4::text IS NULL OR EXISTS (SELECT FROM order_lines l JOIN products d ON d.id = l.product_id
      WHERE l.order_id = o.id AND d.slug = $4))
    AND ($5::text IS NULL OR o.market = $5)
    AND ($6::text IS NULL OR EXISTS (
      SELECT FROM jsonb_path_query(o.quote, '$.lines[*].reasons[*] ? (@.reason == "offer")') AS offer
      WHERE offer ->> 'offerId' = $6 OR strpos(lower(offer ->> 'label'), lower($6)) > 0))
    AND ($7::text IS NULL OR upper(o.quote #>> '{code,code}') = upper($7))
    AND ($8::text IS NULL OR p.name ILIKE $8 OR p.email ILIKE $8 OR o.recipient ->> 'email' ILIKE $8
      OR o.number ILIKE $8 OR r.number ILIKE $8
      OR o.id IN (SELECT i.order_id FROM invoices i WHERE i.number ILIKE $8)
      OR o.checkout_session_id = $9
      OR o.id IN (SELECT y.order_id FROM payments y WHERE $9 IN (y.payment_intent, y.charge))
      OR o.id IN (SELECT f.order_id FROM refund_parts a JOIN refunds f ON f.id = a.refund_id WHERE a.stripe_refund = $9)
      OR o.id IN (SELECT t.order_id FROM disputes t WHERE t.id = $9)
      OR o.id IN (
        SELECT y.order_id FROM stripe_events e JOIN payments y ON y.payment_intent = e.body #>> '{data,object,payment_intent}'
        WHERE e.id = $9 OR e.body #>> '{data,object,id}' = $9
        UNION SELECT y.order_id FROM stripe_events e JOIN payments y ON y.payment_intent = e.body #>> '{data,object,id}'
        WHERE e.id = $9
        UNION SELECT s.id FROM stripe_events e JOIN orders s ON s.checkout_session_id = e.body #>> '{data,object,id}'
        WHERE e.id = $9))`;

const columns = `o.id, o.number, o.status, o.purpose, o.market, o.created_at AS "placedAt", p.name AS "buyerName",
  p.email AS "buyerEmail", o.quote #>> '{code,code}' AS code, r.number AS "receiptNumber", o.total, o.currency,
  EXISTS (SELECT FROM disputes d WHERE d.order_id = o.id AND d.standing = 'lost') AS "isLost",
  (SELECT string_agg(l.title || CASE WHEN l.quantity > 1 THEN ' × ' || l.quantity ELSE '' END, '; ' ORDER BY l.position)
   FROM order_lines l WHERE l.order_id = o.id) AS what`;

/** A whole statement for each way to sort: texts of statements are constants. */
const listed = (key: string, direction: 'ASC' | 'DESC') => `SELECT ${columns} ${matching}
  AND ($11::uuid IS NULL OR (${key}, o.id) ${direction === 'ASC' ? '>' : '<'} (SELECT ${key}, o.id FROM orders o WHERE o.id = $11))
  ORDER BY ${key} ${direction}, o.id ${direction} LIMIT $10`;
const lists: Record<Sort, string> = {
  newest: listed('o.created_at', 'DESC'),
  oldest: listed('o.created_at', 'ASC'),
  dearest: listed('o.total', 'DESC'),
  cheapest: listed('o.total', 'ASC'),
};

/** The orders as staff look for them. */
@Injectable()
export class DeskQueries {
  constructor(private readonly db: Database) {}

  /** At most `limit` orders; `after` is the id of the last one seen. */
  list(filter: DeskFilter, limit: number, after: string | null): Promise<DeskRow[]> {
    return this.db.rows<DeskRow>(lists[filter.sort], [...parameters(filter), limit, after]);
  }

  /** Of all that match, per currency. */
  totals(filter: DeskFilter): Promise<DeskTotal[]> {
    return this.db.rows<DeskTotal>(
      `SELECT o.currency, count(*) AS count, sum(o.total)::bigint AS total ${matching} GROUP BY o.currency ORDER BY 1`,
      parameters(filter),
    );
  }

  /** What orders were about. */
  products(): Promise<{ slug: string; title: string }[]> {
    return this.db.rows(
      `SELECT d.slug, d.title FROM products d WHERE EXISTS (SELECT FROM order_lines l WHERE l.product_id = d.id)
       ORDER BY d.kind, d.title`,
    );
  }
}

const parameters = (filter: DeskFilter): unknown[] => [
  filter.from ?? null,
  filter.to ?? null,
  filter.status ?? null,
  filter.product ?? null,
  filter.market ?? null,
  filter.offer ?? null,
  filter.code ?? null,
  filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null,
  filter.q ?? null,
];
