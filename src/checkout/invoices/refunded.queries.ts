import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { InvoiceContent } from './invoice-content.js';

/** A refund with what its papers need. Amounts in minor units, gross. */
export interface Refunded {
  id: string;
  orderId: string;
  market: string;
  currency: string;
  status: 'open' | 'sent' | 'succeeded' | 'failed';
  amount: number;
  /** Empty while nobody has said which lines it was for. */
  lines: { title: string; courses: string[]; amount: number; tax: number }[];
  parts: { method: string; reference: string; at: string; amount: number }[];
  /** The invoices of the payments that it goes back to. */
  invoices: InvoiceContent[];
  creditNote: InvoiceContent | null;
  hasDebitNote: boolean;
}

const noteOf = (kind: string) => `SELECT i.content FROM invoices i WHERE i.kind = '${kind}' AND i.source_id = f.id`;

@Injectable()
export class RefundedQueries {
  constructor(private readonly db: Database) {}

  byId(refundId: string, runner: Runner = this.db): Promise<Refunded | undefined> {
    return runner.row<Refunded>(
      `SELECT f.id, f.order_id AS "orderId", o.market, f.currency, f.status, f.amount,
         coalesce((SELECT jsonb_agg(jsonb_build_object('title', g.title, 'courses', g.courses, 'amount', g.amount, 'tax', g.tax)
             ORDER BY g.position)
           FROM (SELECT l.title, l.position, sum(r.amount) AS amount, sum(r.tax) AS tax,
               jsonb_agg(c.title ORDER BY c.position) AS courses
             FROM refund_lines r JOIN order_line_courses c USING (order_line_id, course_id)
             JOIN order_lines l ON l.id = r.order_line_id
             WHERE r.refund_id = f.id AND r.amount > 0 GROUP BY l.id) AS g), '[]') AS lines,
         coalesce((SELECT jsonb_agg(jsonb_build_object('method', y.method, 'reference', a.stripe_refund,
             'at', coalesce(f.settled_at, f.created_at), 'amount', a.amount) ORDER BY y.instalment)
           FROM refund_parts a JOIN payments y ON y.id = a.payment_id WHERE a.refund_id = f.id), '[]') AS parts,
         coalesce((SELECT jsonb_agg(i.content ORDER BY i.issued_at, i.id) FROM invoices i
           WHERE i.kind = 'invoice' AND i.source_id IN (SELECT payment_id FROM refund_parts WHERE refund_id = f.id)), '[]')
           AS invoices,
         (${noteOf('credit_note')}) AS "creditNote", EXISTS (${noteOf('debit_note')}) AS "hasDebitNote"
       FROM refunds f JOIN orders o ON o.id = f.order_id WHERE f.id = $1`,
      [refundId],
    );
  }

  /** Refunds of the last days whose papers have been missing for longer than a job takes. */
  waiting(limit: number): Promise<{ refundId: string }[]> {
    return this.db.rows(
      `SELECT f.id AS "refundId" FROM refunds f
       WHERE f.amount > 0 AND f.settled_at BETWEEN now() - interval '14 days' AND now() - interval '10 minutes'
         AND CASE f.status
           WHEN 'succeeded' THEN NOT EXISTS (${noteOf('credit_note')})
             AND EXISTS (SELECT FROM refund_lines r WHERE r.refund_id = f.id)
           WHEN 'failed' THEN EXISTS (${noteOf('credit_note')}) AND NOT EXISTS (${noteOf('debit_note')})
           ELSE false END
       ORDER BY f.settled_at LIMIT $1`,
      [limit],
    );
  }
}
