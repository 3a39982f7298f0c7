import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import { LineAccess } from '../orders/line-access.js';
import { insertReview } from '../orders/order-review.js';
import type { OrderPurpose } from '../orders/order.entity.js';
import { InstalmentGateway, type InstalmentPayment } from '../stripe/instalment.gateway.js';
import { PlanMails } from './plan.mails.js';

interface Covered {
  id: string;
  position: number;
  amount: number;
  isPaid: boolean;
  /** By this very payment. */
  byThis: boolean;
  wasMissed: boolean;
}

interface PlanOrder {
  id: string;
  personId: string;
  purpose: OrderPurpose;
  currency: string;
  lineIds: string[];
  isRefunded: boolean;
}

/**
 * The one verb behind webhook, job and page: asks Stripe how a payment of instalments stands and settles them, once.
 * Access that paused for them returns.
 */
@Injectable()
export class SettleInstalment {
  constructor(
    private readonly db: Database,
    private readonly stripe: InstalmentGateway,
    private readonly access: LineAccess,
    private readonly facts: Facts,
    private readonly mails: PlanMails,
  ) {}

  /** @returns what became of it, or undefined for a payment that is not one of instalments */
  async execute(paymentIntent: string): Promise<'paid' | 'not paid' | 'in review' | undefined> {
    const payment = await this.stripe.readPayment(paymentIntent);
    if (!payment) return undefined;
    if (!payment.isPaid) return 'not paid';
    return this.db.transaction((tx) => this.apply(tx, payment));
  }

  private async apply(tx: Tx, payment: InstalmentPayment): Promise<'paid' | 'in review' | undefined> {
    const order = await lockPlanOrder(tx, payment.instalmentId);
    if (!order) return undefined;
    const covered = await coveredBy(tx, order.id, payment);
    if (covered.every(({ byThis }) => byThis)) return 'paid';
    const due = covered.reduce((sum, { amount }) => sum + amount, 0);
    const isPaidAgain = covered.some(({ isPaid }) => isPaid);
    if (isPaidAgain || due !== payment.amount || order.currency !== payment.currency) {
      const reason = isPaidAgain ? 'paid_twice' : 'payment_mismatch';
      await insertReview(tx, { orderId: order.id, reason, subject: payment.paymentIntent, seen: payment });
      return 'in review';
    }
    await this.note(tx, order, payment, covered);
    if (order.isRefunded) {
      const about = { subject: payment.paymentIntent, seen: payment };
      await insertReview(tx, { orderId: order.id, reason: 'paid_after_refund', ...about });
    }
    return 'paid';
  }

  private async note(tx: Tx, order: PlanOrder, payment: InstalmentPayment, covered: Covered[]): Promise<void> {
    await tx.rows(
      `WITH paid AS (
         UPDATE instalments SET paid_at = now(), payment_intent = $2, asking = false, next_try_at = NULL, declined = NULL,
           cancelled_at = NULL
         WHERE id = ANY($3)
       ), kept AS (
         UPDATE orders SET payment_method = coalesce($9, payment_method) WHERE id = $1
       ), page AS (
         UPDATE instalment_pages SET ended_at = now() WHERE order_id = $1 AND ended_at IS NULL
       )
       INSERT INTO payments (id, order_id, instalment, payment_intent, charge, method, amount, currency)
       VALUES ($4, $1, $10, $2, $5, $6, $7, $8)`,
      [
        order.id,
        payment.paymentIntent,
        covered.map(({ id }) => id),
        newId(),
        payment.charge,
        payment.method,
        payment.amount,
        payment.currency,
        payment.paymentMethod,
        covered[0]!.position,
      ],
    );
    const isBack = covered.some(({ wasMissed }) => wasMissed);
    if (isBack) {
      for (const id of order.lineIds) {
        await this.access.restore(tx, { id, purpose: order.purpose }, 'missed_payment');
      }
    }
    const { instalmentId } = payment;
    const { amount, method } = payment;
    if (order.isRefunded) await this.mails.late(tx, instalmentId, { amount, method });
    else await this.mails.paid(tx, instalmentId, { amount, method, isBack });
    this.facts.record(tx, 'order.instalment-paid', { orderId: order.id, instalmentId, personId: order.personId });
  }
}

/** The order of an instalment, held: whoever moves its plan takes turns. */
export function lockPlanOrder(tx: Tx, instalmentId: string): Promise<PlanOrder | undefined> {
  return tx.row<PlanOrder>(
    `SELECT o.id, o.person_id AS "personId", o.purpose, o.currency, o.status = 'refunded' AS "isRefunded",
       ARRAY(SELECT l.id FROM order_lines l WHERE l.order_id = o.id ORDER BY l.position) AS "lineIds"
     FROM orders o WHERE o.id = (SELECT order_id FROM instalments WHERE id::text = $1) FOR UPDATE`,
    [instalmentId],
  );
}

function coveredBy(tx: Tx, orderId: string, { instalmentId, count, paymentIntent }: InstalmentPayment) {
  return tx.rows<Covered>(
    `SELECT i.id, i.position, i.amount, i.paid_at IS NOT NULL AS "isPaid", i.missed_at IS NOT NULL AS "wasMissed",
       i.payment_intent IS NOT DISTINCT FROM $4 AS "byThis"
     FROM instalments i, instalments f
     WHERE i.order_id = $1 AND f.id::text = $2 AND i.position BETWEEN f.position AND f.position + $3 - 1
     ORDER BY i.position`,
    [orderId, instalmentId, count, paymentIntent],
  );
}
