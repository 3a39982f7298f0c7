import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { FollowDispute } from '../disputes/follow-dispute.js';
import type { OrderStatus } from '../orders/order.entity.js';
import { statusAfterSale } from '../orders/status-after-sale.js';
import { ApplyRefund } from '../refunds/apply-refund.js';
import { lapseRequests } from '../refunds/lapse-requests.js';
import { RefundMails } from '../refunds/refund.mails.js';
import { RefundCases } from '../refunds/refund-case.js';
import { isDone } from '../refunds/refund-quote.js';
import { reviewGoneCredits } from '../refunds/review-gone-credits.js';
import { settleReviews } from '../refunds/settle-reviews.js';
import { TakeOverRefund } from '../refunds/take-over-refund.js';
import type { PaymentHistory, RefundAtStripe } from '../stripe/payment-history.js';
import { StripeGateway } from '../stripe/stripe.gateway.js';
import { SettleInstalment } from '../plans/settle-instalment.js';
import { SettleOrder } from './settle-order.js';

/**
 * The one verb behind every event about refunds and disputes, behind our own refunds, the sweeper and staff: asks Stripe
 * what became of a payment and lets refunds, disputes, access and the order's status follow. However often and in
 * whatever order it runs, the end is the same.
 */
@Injectable()
export class ReconcilePayment {
  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly settle: SettleOrder,
    private readonly settleInstalment: SettleInstalment,
    private readonly cases: RefundCases,
    private readonly applyRefund: ApplyRefund,
    private readonly takeOver: TakeOverRefund,
    private readonly dispute: FollowDispute,
    private readonly mails: RefundMails,
  ) {}

  /** @returns the order's status afterwards, or undefined for a payment that is not ours */
  async execute(paymentIntent: string): Promise<OrderStatus | undefined> {
    const taken = await this.takenSoFar(paymentIntent);
    const history = await this.stripe.readHistory(paymentIntent);
    const payment = (await this.paymentOf(paymentIntent)) ?? (await this.settledFirst(history));
    if (!payment) return undefined;
    const status = await this.db.transaction((tx) => this.follow(tx, payment, history, taken));
    return status ?? this.execute(paymentIntent);
  }

  private async takenSoFar(paymentIntent: string): Promise<number> {
    const reading = await this.db.row<{ taken: number }>(
      'SELECT taken FROM payment_readings WHERE payment_intent = $1',
      [paymentIntent],
    );
    return reading?.taken ?? 0;
  }

  /** A refund of nothing: only access ends. */
  async withoutMoney(refundId: string): Promise<void> {
    const refund = await this.db.row<{ orderId: string }>('SELECT order_id AS "orderId" FROM refunds WHERE id = $1', [
      refundId,
    ]);
    await this.db.transaction(async (tx) => {
      const order = await this.cases.locked(tx, refund!.orderId);
      await this.applyRefund.apply(tx, order!, refundId);
      await this.name(tx, refund!.orderId);
    });
  }

  /**
   * Moves one order to what Stripe says of one of its payments, and names its status anew.
   * @returns undefined where a history that was read later was taken over first: Stripe has to be asked once more
   */
  private async follow(
    tx: Tx,
    payment: { id: string; orderId: string },
    history: PaymentHistory,
    taken: number,
  ): Promise<OrderStatus | undefined> {
    const order = (await this.cases.locked(tx, payment.orderId))!;
    if (!(await this.isNewest(tx, history.paymentIntent, taken))) return undefined;
    for (const refund of history.refunds) await this.note(tx, payment.id, refund);
    const unknown = await this.unknownAmong(tx, history.refunds);
    for (const refund of unknown) {
      await this.takeOver.execute(tx, (await this.cases.locked(tx, payment.orderId))!, payment.id, refund);
    }
    for (const { id } of await this.refundsOf(tx, payment.id)) await this.applyRefund.apply(tx, order, id);
    for (const dispute of history.disputes) await this.dispute.execute(tx, order, payment.id, dispute);
    await this.applyRefund.keepClosed(tx, order);
    return this.name(tx, payment.orderId);
  }

  private async isNewest(tx: Tx, paymentIntent: string, taken: number): Promise<boolean> {
    const reading = await tx.row(
      `INSERT INTO payment_readings AS r (payment_intent) VALUES ($1)
       ON CONFLICT (payment_intent) DO UPDATE SET taken = r.taken + 1, read_at = now() WHERE r.taken = $2
       RETURNING taken`,
      [paymentIntent, taken],
    );
    return reading !== undefined;
  }

  private async note(tx: Tx, paymentId: string, { id, partId, status, failure }: RefundAtStripe): Promise<void> {
    await tx.rows(
      `UPDATE refund_parts SET stripe_refund = $1, status = $2, failure = $3
       WHERE payment_id = $4 AND (stripe_refund = $1 OR (stripe_refund IS NULL AND id::text = $5))
         AND (status, stripe_refund, failure) IS DISTINCT FROM ($2, $1, $3)`,
      [id, status, failure, paymentId, partId],
    );
  }

  private async unknownAmong(tx: Tx, refunds: readonly RefundAtStripe[]): Promise<RefundAtStripe[]> {
    const known = await tx.rows<{ id: string }>(
      'SELECT stripe_refund AS id FROM refund_parts WHERE stripe_refund = ANY($1::text[])',
      [refunds.map(({ id }) => id)],
    );
    // A refund that failed before we ever heard of it took nothing.
    return refunds.filter(({ id, status }) => status !== 'failed' && !known.some((each) => each.id === id));
  }

  private refundsOf(tx: Tx, paymentId: string): Promise<{ id: string }[]> {
    return tx.rows('SELECT DISTINCT refund_id AS id FROM refund_parts WHERE payment_id = $1 ORDER BY refund_id', [
      paymentId,
    ]);
  }

  /** Names the status of an order anew, from what happened to it. */
  async name(tx: Tx, orderId: string): Promise<OrderStatus> {
    const order = (await this.cases.locked(tx, orderId))!;
    const { lines, held, payments, disputed } = order;
    const courses = lines.flatMap((line) => line.courses);
    const moneyBack = payments.length > 0 && held === 0;
    const refunded =
      moneyBack || courses.some((course) => course.refunded > 0 || course.closed) || (await this.gaveBack(tx, orderId));
    const whole = moneyBack || courses.every((course) => course.closed && isDone(course));
    const status = statusAfterSale({ refunded, whole, disputed });
    await tx.rows('UPDATE orders SET status = $2 WHERE id = $1 AND status <> $2', [orderId, status]);
    await lapseRequests(tx, this.mails, order, status);
    await reviewGoneCredits(tx, orderId);
    await settleReviews(tx, orderId, status === 'refunded');
    return status;
  }

  /** Whether anything was given back, also what belongs to no line yet. */
  private async gaveBack(tx: Tx, orderId: string): Promise<boolean> {
    const found = await tx.row(
      `SELECT 1 FROM refund_parts a JOIN payments y ON y.id = a.payment_id
       WHERE y.order_id = $1 AND a.status IN ('sent', 'succeeded') LIMIT 1`,
      [orderId],
    );
    return found !== undefined;
  }

  private paymentOf(paymentIntent: string): Promise<{ id: string; orderId: string } | undefined> {
    return this.db.row('SELECT id, order_id AS "orderId" FROM payments WHERE payment_intent = $1', [paymentIntent]);
  }

  /** News of a refund or a dispute may come before news of the payment itself. */
  private async settledFirst({ paymentIntent, orderId }: PaymentHistory) {
    const order = await this.db.row<{ sessionId: string | null }>(
      'SELECT checkout_session_id AS "sessionId" FROM orders WHERE id::text = $1',
      [orderId],
    );
    if (!order?.sessionId) return undefined;
    await this.settle.execute(order.sessionId);
    await this.settleInstalment.execute(paymentIntent);
    return this.paymentOf(paymentIntent);
  }
}
