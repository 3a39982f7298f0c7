import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { RefundRow } from './refund.queries.js';

export interface RefundFilter {
  /** UTC days on which the refund was made, both included. */
  from?: string;
  to?: string;
  status?: RefundRow['status'];
  cause?: RefundRow['cause'];
  currency?: string;
  /** Part of an order number or of what was bought, or a whole id of Stripe's. */
  q?: string;
}

/** A refund as money: amounts in minor units, tax contained in them. */
export interface RegisteredRefund {
  id: string;
  createdAt: Date;
  settledAt: Date | null;
  orderNumber: string;
  /** Titles of the courses that it gives back. */
  what: string;
  cause: RefundRow['cause'];
  status: RefundRow['status'];
  amount: number;
  tax: number;
  currency: string;
  stripeRefunds: string[];
}

/** Of all that match and did not fail; `failed` counts the others. */
export interface RefundTotal {
  currency: string;
  count: number;
  amount: number;
  tax: number;
  failed: number;
}

const what = `(SELECT string_agg(DISTINCT c.title, '; ' ORDER BY c.title) FROM refund_lines l
  JOIN order_line_courses c USING (order_line_id, course_id) WHERE l.refund_id = f.id)`;
const matching = `
  FROM refunds f JOIN orders o ON o.id = f.order_id
  WHERE f.amount > 0
    AND ($1::date IS NULL OR f.created_at >= $1::date::timestamp AT TIME ZONE 'UTC')
    AND ($2::date IS NULL OR f.created_at < ($2::date + 1)::timestamp AT TIME ZONE 'UTC')
    AND ($3::text IS NULL OR f.status = $3) AND ($4::text IS NULL OR f.cause = $4) AND ($5::text IS NULL OR f.currency = $5)
    AND ($6::text IS NULL OR strpos(lower(o.number), lower($6)) > 0 OR strpos(lower(${what}), lower($6)) > 0
      OR EXISTS (SELECT FROM refund_parts a JOIN payments y ON y.id = a.payment_id
                 WHERE a.refund_id = f.id AND $6 IN (a.stripe_refund, y.payment_intent, y.charge)))`;

/** Every refund, for whoever keeps the books: money, and nothing of why a person asked. */
@Injectable()
export class RefundRegisterQueries {
  constructor(private readonly db: Database) {}

  /** Newest first; `after` is the id of the last one seen. */
  list(filter: RefundFilter, limit: number, after: string | null): Promise<RegisteredRefund[]> {
    return this.db.rows<RegisteredRefund>(
      `SELECT f.id, f.created_at AS "createdAt", f.settled_at AS "settledAt", o.number AS "orderNumber",
         coalesce(${what}, '') AS what, f.cause, f.status, f.amount, f.tax, f.currency,
         ARRAY(SELECT a.stripe_refund FROM refund_parts a WHERE a.refund_id = f.id AND a.stripe_refund IS NOT NULL
               ORDER BY a.id) AS "stripeRefunds"
       ${matching} AND ($8::uuid IS NULL OR (f.created_at, f.id) < (SELECT created_at, id FROM refunds WHERE id = $8))
       ORDER BY f.created_at DESC, f.id DESC LIMIT $7`,
      [...parameters(filter), limit, after],
    );
  }

  totals(filter: RefundFilter): Promise<RefundTotal[]> {
    return this.db.rows<RefundTotal>(
      `SELECT f.currency, count(*) FILTER (WHERE f.status <> 'failed') AS count,
         coalesce(sum(f.amount) FILTER (WHERE f.status <> 'failed'), 0)::bigint AS amount,
         coalesce(sum(f.tax) FILTER (WHERE f.status <> 'failed'), 0)::bigint AS tax,
         count(*) FILTER (WHERE f.status = 'failed') AS failed
       ${matching} GROUP BY f.currency ORDER BY f.currency`,
      parameters(filter),
    );
  }
}

const parameters = ({ from, to, status, cause, currency, q }: RefundFilter): unknown[] =>
  [from, to, status, cause, currency, q].map((value) => value ?? null);
