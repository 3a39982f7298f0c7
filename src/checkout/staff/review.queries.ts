import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../database/index.js';
import { emptyIsUnset } from '../../web/index.js';
import type { OrderStatus } from '../orders/order.entity.js';

export const reviewFilterSchema = z.strictObject({
  state: z.preprocess((value) => value || undefined, z.enum(['open', 'resolved']).default('open')),
  reason: emptyIsUnset(z.string().max(60)),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: emptyIsUnset(z.uuid()),
});

export type ReviewFilter = z.infer<typeof reviewFilterSchema>;

/** Something about an order that only a person can decide. Amounts in minor units. */
export interface Review {
  id: string;
  reason: string;
  at: Date;
  /** What was met, as it was at that moment. */
  seen: Record<string, unknown>;
  order: {
    id: string;
    number: string;
    status: OrderStatus;
    total: number;
    currency: string;
    sessionId: string | null;
    buyerName: string;
    buyerEmail: string;
  };
  resolved: { at: string; by: string; note: string } | null;
}

const reviews = `SELECT v.id, v.reason, v.at, v.seen,
    jsonb_build_object('id', o.id, 'number', o.number, 'status', o.status, 'total', o.total, 'currency', o.currency,
      'sessionId', o.checkout_session_id, 'buyerName', p.name, 'buyerEmail', p.email) AS order,
    CASE WHEN s.review_id IS NOT NULL
      THEN jsonb_build_object('at', s.at, 'by', coalesce(b.name, 'the shop itself'), 'note', s.note) END AS resolved
  FROM order_reviews v JOIN orders o ON o.id = v.order_id JOIN people p ON p.id = o.person_id
  LEFT JOIN review_resolutions s ON s.review_id = v.id LEFT JOIN people b ON b.id = s.by`;

@Injectable()
export class ReviewQueries {
  constructor(private readonly db: Database) {}

  /** Newest first; `after` is the id of the last one seen. */
  list({ state, reason }: ReviewFilter, limit: number, after: string | null): Promise<Review[]> {
    return this.db.rows<Review>(
      `${reviews} WHERE (s.review_id IS NOT NULL) = $1 AND ($2::text IS NULL OR v.reason = $2)
         AND ($4::uuid IS NULL OR (v.at, v.id) < (SELECT at, id FROM order_reviews WHERE id = $4))
       ORDER BY v.at DESC, v.id DESC LIMIT $3`,
      [state === 'resolved', reason ?? null, limit, after],
    );
  }

  byId(id: string): Promise<Review | undefined> {
    return this.db.row<Review>(`${reviews} WHERE v.id = $1`, [id]);
  }

  /** How many wait, by reason. */
  waiting(): Promise<{ reason: string; count: number }[]> {
    return this.db.rows(
      `SELECT v.reason, count(*) AS count FROM order_reviews v
       WHERE NOT EXISTS (SELECT FROM review_resolutions s WHERE s.review_id = v.id) GROUP BY v.reason ORDER BY v.reason`,
    );
  }
}
