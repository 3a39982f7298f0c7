import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { SoldLine, TaxDisplay } from './sold-lines.js';

/** What an order's papers are made of. Amounts in minor units. */
export interface Sale {
  id: string;
  number: string;
  market: string;
  currency: string;
  taxDisplay: TaxDisplay;
  placedAt: Date;
  sessionId: string | null;
  receiptNumber: string | null;
  instalments: number;
  buyer: { name: string; email: string };
  lines: SoldLine[];
}

export interface SalePayment {
  id: string;
  instalment: number;
  amount: number;
  method: string;
  reference: string;
  paidAt: Date;
}

@Injectable()
export class SaleQueries {
  constructor(private readonly db: Database) {}

  byOrder(orderId: string): Promise<Sale | undefined> {
    return this.db.row<Sale>(
      `SELECT o.id, o.number, o.market, o.currency, o.tax_display AS "taxDisplay", o.created_at AS "placedAt",
              o.checkout_session_id AS "sessionId", r.number AS "receiptNumber",
              coalesce((o.plan ->> 'instalments')::int, 1) AS instalments,
              jsonb_build_object('name', p.name, 'email', p.email) AS buyer,
              (SELECT jsonb_agg(jsonb_build_object('title', l.title, 'quantity', l.quantity, 'amount', l.amount,
                 'tax', (SELECT coalesce(sum(t.amount), 0) FROM order_line_taxes t WHERE t.order_line_id = l.id),
                 'reasons', (SELECT coalesce(jsonb_agg(jsonb_build_object('label', q.reason ->> 'label',
                     'amount', (q.reason #>> '{amount,amount}')::bigint) ORDER BY q.place), '[]')
                   FROM jsonb_array_elements(o.quote -> 'lines' -> l.position -> 'reasons')
                     WITH ORDINALITY AS q (reason, place))) ORDER BY l.position)
               FROM order_lines l WHERE l.order_id = o.id) AS lines
       FROM orders o JOIN people p ON p.id = o.person_id LEFT JOIN receipts r ON r.order_id = o.id
       WHERE o.id = $1`,
      [orderId],
    );
  }

  /** Payments of an order that have no invoice yet, the first instalment first. */
  notInvoiced(orderId: string, runner: Runner): Promise<SalePayment[]> {
    return runner.rows<SalePayment>(
      `SELECT y.id, y.instalment, y.amount, y.method, y.payment_intent AS reference, y.paid_at AS "paidAt"
       FROM payments y WHERE y.order_id = $1
         AND NOT EXISTS (SELECT FROM invoices i WHERE i.kind = 'invoice' AND i.source_id = y.id)
       ORDER BY y.instalment`,
      [orderId],
    );
  }

  /** Orders with a payment of the last days that has waited for its invoice for longer than a job takes. */
  waiting(limit: number): Promise<{ orderId: string }[]> {
    return this.db.rows(
      `SELECT DISTINCT y.order_id AS "orderId" FROM payments y
       WHERE y.paid_at BETWEEN now() - interval '14 days' AND now() - interval '1 hour'
         AND NOT EXISTS (SELECT FROM invoices i WHERE i.kind = 'invoice' AND i.source_id = y.id) LIMIT $1`,
      [limit],
    );
  }
}
