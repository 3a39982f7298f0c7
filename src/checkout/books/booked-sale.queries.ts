import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';

/** A course of a line as it was sold; `amount` gross where prices include tax, else net; minor units. */
export interface SoldCourse {
  courseId: string;
  amount: number;
  tax: number;
}

export interface SoldLine {
  lineId: string;
  productId: string;
  offerId: string | null;
  quantity: number;
  /** What the line costs without offer, credit or code; minor units. */
  list: number;
  courses: SoldCourse[];
}

/** One payment with all that the books need of its order. Amounts in minor units. */
export interface BookedSale {
  charge: string;
  orderId: string;
  orderNumber: string;
  currency: string;
  market: string;
  /** With tax. */
  amount: number;
  /** Of the payments of this order that came before it in its plan. */
  earlier: number[];
  /** What all instalments come to; null without a plan. */
  planned: number | null;
  taxIncluded: boolean;
  /** "DE", "US-CA"; null where no tax was collected. */
  jurisdiction: string | null;
  isForOthers: boolean;
  /** It came after everything had been refunded and goes back: it buys nothing. */
  isOwedBack: boolean;
  /** Length of access promised, in days from when it opens; null: no end. */
  accessDays: number | null;
  settledOn: string;
  lines: SoldLine[];
}

/** What the books must know of sales, read through checkout's door. */
@Injectable()
export class BookedSaleQueries {
  constructor(private readonly db: Database) {}

  /** Of charges whose payments are known here; the others are missing from the answer. */
  ofCharges(charges: readonly string[], runner: Runner = this.db): Promise<BookedSale[]> {
    return runner.rows<BookedSale>(
      `SELECT y.charge, o.id AS "orderId", o.number AS "orderNumber", o.currency, o.market, y.amount,
         coalesce((SELECT jsonb_agg(e.amount ORDER BY e.instalment) FROM payments e
           WHERE e.order_id = o.id AND e.instalment < y.instalment), '[]') AS earlier,
         (SELECT sum(i.amount)::bigint FROM instalments i WHERE i.order_id = o.id) AS planned,
         o.tax_display = 'included' AS "taxIncluded",
         CASE WHEN o.tax > 0 THEN concat_ws('-', o.billed ->> 'country', o.billed ->> 'state') END AS jurisdiction,
         o.purpose <> 'self' AS "isForOthers",
         EXISTS (SELECT FROM order_reviews v WHERE v.order_id = o.id AND v.reason = 'paid_after_refund'
                 AND v.subject = y.payment_intent) AS "isOwedBack",
         (o.terms #>> '{access,days}')::int AS "accessDays",
         to_char(o.settled_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "settledOn",
         (SELECT jsonb_agg(jsonb_build_object('lineId', l.id, 'productId', l.product_id, 'quantity', l.quantity,
             'offerId', (SELECT r ->> 'offerId' FROM jsonb_array_elements(o.quote -> 'lines' -> l.position -> 'reasons') AS r
                         WHERE r ->> 'reason' = 'offer' LIMIT 1),
             'list', coalesce((SELECT sum((r #>> '{amount,amount}')::bigint)
                         FROM jsonb_array_elements(o.quote -> 'lines' -> l.position -> 'reasons') AS r
                         WHERE r ->> 'reason' = 'list'), l.amount),
             'courses', (SELECT jsonb_agg(jsonb_build_object('courseId', c.course_id, 'amount', c.amount,
                   'tax', coalesce(t.amount, 0)) ORDER BY c.position)
               FROM order_line_courses c LEFT JOIN order_line_taxes t USING (order_line_id, course_id)
               WHERE c.order_line_id = l.id)) ORDER BY l.position)
          FROM order_lines l WHERE l.order_id = o.id) AS lines
       FROM payments y JOIN orders o ON o.id = y.order_id WHERE y.charge = ANY($1::text[])`,
      [charges],
    );
  }
}
