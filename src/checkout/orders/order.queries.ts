import { Injectable } from '@nestjs/common';
import type { Quote } from '../../bundles/index.js';
import { Database, type Runner } from '../../database/index.js';
import type { CheckoutPromise } from './checkout-promise.js';
import { Order, type OrderPurpose, type OrderStatus, type Recipient, type TaxDisplay } from './order.entity.js';

const orderColumns = `o.id, o.number, o.person_id AS "personId", o.status, o.currency, o.total, o.quote, o.basket,
  o.idempotency_key AS "idempotencyKey", o.created_at AS "createdAt", o.checkout_expires_at AS "checkoutExpiresAt",
  o.checkout_session_id AS "checkoutSessionId", o.checkout_url AS "checkoutUrl", o.settled_at AS "settledAt",
  o.ended_reason AS "endedReason", o.market, o.tax_display AS "taxDisplay", o.tax, o.purpose, o.terms, o.accepted,
  o.recipient, o.clinic_id AS "clinicId", o.plan`;

const isLost = `EXISTS (SELECT FROM disputes d WHERE d.order_id = o.id AND d.standing = 'lost') AS "isLost"`;

/** All that a receipt or an order's page shows. */
export interface OrderView {
  id: string;
  number: string;
  status: OrderStatus;
  currency: string;
  total: number;
  quote: Quote;
  createdAt: Date;
  checkoutExpiresAt: Date;
  checkoutSessionId: string | null;
  checkoutUrl: string | null;
  settledAt: Date | null;
  endedReason: string | null;
  market: string;
  taxDisplay: TaxDisplay;
  tax: number;
  purpose: OrderPurpose;
  terms: CheckoutPromise | null;
  recipient: Recipient | null;
  clinicId: string | null;
  plan: Order['plan'];
  buyer: { name: string; email: string };
  receiptNumber: string | null;
  paidAt: Date | null;
  method: string | null;
  /** With tax; so far, if it is paid in instalments. */
  paidAmount: number;
  /** A dispute of it was lost: the bank returned the payment. */
  isLost: boolean;
}

/** An order that is not over, by the courses it shares with another. */
export interface OverlappingOrder {
  number: string;
  status: 'pending' | 'awaiting_payment';
  titles: string[];
}

@Injectable()
export class OrderQueries {
  constructor(private readonly db: Database) {}

  async byKey(runner: Runner, personId: string, key: string): Promise<Order | undefined> {
    return orderFrom(
      await runner.row(`SELECT ${orderColumns} FROM orders o WHERE person_id = $1 AND idempotency_key = $2`, [
        personId,
        key,
      ]),
    );
  }

  /** The buyer's open checkout of the same basket, if it can still be paid for some minutes. */
  async openFor(runner: Runner, personId: string, basket: string, now: Date): Promise<Order | undefined> {
    return orderFrom(
      await runner.row(
        `SELECT ${orderColumns} FROM orders o
         WHERE person_id = $1 AND basket = $2 AND status = 'pending' AND checkout_expires_at > $3::timestamptz + interval '3 minutes'
         ORDER BY created_at DESC LIMIT 1`,
        [personId, basket, now],
      ),
    );
  }

  /** Other orders of this person that can still be paid, or whose bank is confirming, with courses of these. */
  overlapping(personId: string, courseIds: string[], except: string | null): Promise<OverlappingOrder[]> {
    return this.db.rows(
      `SELECT o.number, o.status, array_agg(DISTINCT c.title) AS titles
       FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN order_line_courses c ON c.order_line_id = l.id
       WHERE o.person_id = $1 AND o.purpose = 'self' AND c.course_id = ANY ($2::uuid[]) AND o.id IS DISTINCT FROM $3
         AND (o.status = 'awaiting_payment' OR (o.status = 'pending' AND o.checkout_expires_at > now()))
       GROUP BY o.id ORDER BY o.id`,
      [personId, courseIds, except],
    );
  }

  async byId(id: string): Promise<Order | undefined> {
    return orderFrom(await this.db.row(`SELECT ${orderColumns} FROM orders o WHERE id = $1`, [id]));
  }

  /** An order of this person: somebody else's is as unknown as one that does not exist. */
  ofPerson(personId: string, number: string): Promise<OrderView | undefined> {
    return this.db.row<OrderView>(
      `SELECT ${orderColumns}, ${isLost}, jsonb_build_object('name', p.name, 'email', p.email) AS buyer,
              r.number AS "receiptNumber", y.paid_at AS "paidAt", y.method,
              (SELECT coalesce(sum(amount), 0)::bigint FROM payments WHERE order_id = o.id) AS "paidAmount"
       FROM orders o JOIN people p ON p.id = o.person_id
       LEFT JOIN receipts r ON r.order_id = o.id LEFT JOIN payments y ON y.order_id = o.id AND y.instalment = 1
       WHERE o.person_id = $1 AND o.number = $2`,
      [personId, number],
    );
  }

  listOf(personId: string, limit: number, after: string | null): Promise<OrderView[]> {
    return this.db.rows<OrderView>(
      `SELECT ${orderColumns}, ${isLost} FROM orders o
       WHERE o.person_id = $1 AND ($3::uuid IS NULL OR o.id < $3) ORDER BY o.id DESC LIMIT $2`,
      [personId, limit, after],
    );
  }

  /** Orders about which Stripe should have told us something by now. */
  overdue(limit: number): Promise<{ id: string; sessionId: string | null }[]> {
    return this.db.rows(
      `SELECT id, checkout_session_id AS "sessionId" FROM orders
       WHERE status IN ('pending', 'awaiting_payment') AND created_at < now() - interval '2 minutes'
       ORDER BY checkout_expires_at LIMIT $1`,
      [limit],
    );
  }
}

const orderFrom = (row: Partial<Order> | undefined): Order | undefined => row && Object.assign(new Order(), row);
