import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';

/** What goes back for one course of a line; gross, in minor units. */
export interface ReturnedCourse {
  lineId: string;
  courseId: string;
  amount: number;
  tax: number;
}

/** One refund at Stripe: a part of a refund of ours, which is split over courses as a whole. */
export interface BookedRefund {
  /** Of the payment that it gives back. */
  charge: string | null;
  orderId: string;
  orderNumber: string;
  currency: string;
  amount: number;
  /** Of the parts of the same refund that are counted before this one. */
  earlier: number[];
  jurisdiction: string | null;
  isOwedBack: boolean;
  /** Empty until somebody has said which line it is for. */
  courses: ReturnedCourse[];
}

export interface BookedDispute {
  /** Of the payment that is disputed. */
  charge: string | null;
  orderId: string;
  orderNumber: string;
  amount: number;
  currency: string;
  standing: 'inquiry' | 'open' | 'won' | 'lost';
  closedOn: string | null;
}

/** What the books must know of money that went back, read through checkout's door. */
@Injectable()
export class BookedReturnQueries {
  constructor(private readonly db: Database) {}

  refund(stripeRefund: string, runner: Runner = this.db): Promise<BookedRefund | undefined> {
    return runner.row<BookedRefund>(
      `SELECT y.charge, o.id AS "orderId", o.number AS "orderNumber", f.currency, a.amount, f.cause = 'late' AS "isOwedBack",
         coalesce((SELECT jsonb_agg(e.amount ORDER BY e.id) FROM refund_parts e
           WHERE e.refund_id = f.id AND e.id < a.id), '[]') AS earlier,
         CASE WHEN o.tax > 0 THEN concat_ws('-', o.billed ->> 'country', o.billed ->> 'state') END AS jurisdiction,
         coalesce((SELECT jsonb_agg(jsonb_build_object('lineId', r.order_line_id, 'courseId', r.course_id,
             'amount', r.amount, 'tax', r.tax) ORDER BY l.position, c.position)
           FROM refund_lines r JOIN order_lines l ON l.id = r.order_line_id
           JOIN order_line_courses c USING (order_line_id, course_id)
           WHERE r.refund_id = f.id AND r.amount > 0), '[]') AS courses
       FROM refund_parts a JOIN refunds f ON f.id = a.refund_id JOIN payments y ON y.id = a.payment_id
       JOIN orders o ON o.id = f.order_id
       WHERE a.stripe_refund = $1`,
      [stripeRefund],
    );
  }

  dispute(id: string, runner: Runner = this.db): Promise<BookedDispute | undefined> {
    return runner.row<BookedDispute>(
      `SELECT y.charge, o.id AS "orderId", o.number AS "orderNumber", d.amount, d.currency, d.standing,
         to_char(d.closed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "closedOn"
       FROM disputes d JOIN payments y ON y.id = d.payment_id JOIN orders o ON o.id = d.order_id WHERE d.id = $1`,
      [id],
    );
  }
}
