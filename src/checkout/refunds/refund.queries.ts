import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { RefundQuote } from './refund-quote.js';

export interface RefundRequest {
  id: string;
  orderId: string;
  orderNumber: string;
  askedAt: Date;
  askedBy: { id: string; name: string; email: string };
  reason: string;
  quote: RefundQuote;
  decision: 'approved' | 'declined' | 'withdrawn' | 'lapsed' | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  note: string | null;
}

/** A refund as its order shows it; amount in minor units. */
export interface RefundRow {
  id: string;
  cause: 'request' | 'staff' | 'dashboard' | 'ineligible' | 'credit' | 'late';
  status: 'open' | 'sent' | 'succeeded' | 'failed';
  amount: number;
  currency: string;
  createdAt: Date;
  settledAt: Date | null;
  note: string | null;
  allocated: boolean;
  titles: string[];
  orderNumber: string;
}

const requests = `
  SELECT r.id, r.order_id AS "orderId", o.number AS "orderNumber", r.asked_at AS "askedAt", r.reason, r.quote, r.decision,
    r.decided_at AS "decidedAt", d.name AS "decidedBy", r.note,
    jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email) AS "askedBy"
  FROM refund_requests r JOIN orders o ON o.id = r.order_id JOIN people p ON p.id = r.asked_by
  LEFT JOIN people d ON d.id = r.decided_by`;

const refunds = `
  SELECT f.id, f.cause, f.status, f.amount, f.currency, f.created_at AS "createdAt", f.settled_at AS "settledAt", f.note, o.number AS "orderNumber",
    f.amount = 0 OR EXISTS (SELECT FROM refund_lines l WHERE l.refund_id = f.id) AS allocated,
    ARRAY(SELECT DISTINCT ol.title FROM refund_lines l JOIN order_lines ol ON ol.id = l.order_line_id
          WHERE l.refund_id = f.id ORDER BY ol.title) AS titles
  FROM refunds f JOIN orders o ON o.id = f.order_id`;

@Injectable()
export class RefundQueries {
  constructor(private readonly db: Database) {}

  /** What waits, the longest waiting first. */
  waiting(): Promise<RefundRequest[]> {
    return this.db.rows(`${requests} WHERE r.decision IS NULL ORDER BY r.asked_at, r.id`);
  }

  /** What was decided, newest first. `after`: the id last seen. */
  decided(limit: number, after: string | null): Promise<RefundRequest[]> {
    return this.db.rows(
      `${requests} WHERE r.decision IS NOT NULL AND ($2::uuid IS NULL OR r.id < $2) ORDER BY r.id DESC LIMIT $1`,
      [limit, after],
    );
  }

  requestById(id: string): Promise<RefundRequest | undefined> {
    return this.db.row(`${requests} WHERE r.id::text = $1`, [id]);
  }

  requestsOf(orderId: string): Promise<RefundRequest[]> {
    return this.db.rows(`${requests} WHERE r.order_id = $1 ORDER BY r.asked_at DESC`, [orderId]);
  }

  refundsOf(orderId: string): Promise<RefundRow[]> {
    return this.db.rows(`${refunds} WHERE f.order_id = $1 ORDER BY f.id DESC`, [orderId]);
  }

  refundById(id: string): Promise<RefundRow | undefined> {
    return this.db.row(`${refunds} WHERE f.id::text = $1`, [id]);
  }

  /** Made at Stripe, and nobody said yet which lines they were for. */
  unallocated(): Promise<RefundRow[]> {
    return this.db.rows(
      `${refunds} WHERE f.cause = 'dashboard' AND f.status <> 'failed' AND f.amount > 0
         AND NOT EXISTS (SELECT FROM refund_lines l WHERE l.refund_id = f.id) ORDER BY f.id`,
    );
  }
}
