import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { ReconcilePayment } from '../settling/reconcile-payment.js';
import { isRefusal, isUnderWay } from '../stripe/stripe-errors.js';
import { StripeGateway } from '../stripe/stripe.gateway.js';

interface OpenPart {
  id: string;
  orderId: string;
  paymentIntent: string;
  amount: number;
}

/** Asks Stripe for what a refund still needs. Safe to repeat: the key of each request is the part's own id. */
@Injectable()
export class SendRefund {
  private readonly logger = new Logger('Checkout');

  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly reconcile: ReconcilePayment,
  ) {}

  /** Whoever cannot reach Stripe leaves it to the sweeper. */
  async execute(refundId: string): Promise<void> {
    const parts = await this.db.rows<OpenPart>(
      `SELECT a.id, f.order_id AS "orderId", y.payment_intent AS "paymentIntent", a.amount
       FROM refund_parts a JOIN refunds f ON f.id = a.refund_id JOIN payments y ON y.id = a.payment_id
       WHERE a.refund_id = $1 AND a.status = 'open' ORDER BY a.id`,
      [refundId],
    );
    for (const part of parts) if (!(await this.send(part))) break;
    if (parts.length === 0) await this.reconcile.withoutMoney(refundId);
  }

  /** @returns false when Stripe refused: the refund has failed, and no other part of it is sent */
  private async send(part: OpenPart): Promise<boolean> {
    let isRefused = false;
    try {
      const refund = await this.stripe.refund(part);
      await this.db.rows('UPDATE refund_parts SET stripe_refund = $2 WHERE id = $1 AND stripe_refund IS NULL', [
        part.id,
        refund.id,
      ]);
    } catch (error) {
      if (isUnderWay(error)) return true;
      this.logger.error({ msg: 'refund not sent', part: part.id, err: error });
      if (!isRefusal(error)) return true;
      isRefused = true;
      await this.db.rows(
        `UPDATE refund_parts SET status = 'failed', failure = $2 WHERE id = $1 AND status = 'open' AND stripe_refund IS NULL`,
        [part.id, (error as Error).message],
      );
    }
    await this.reconcile.execute(part.paymentIntent);
    return !isRefused;
  }
}
