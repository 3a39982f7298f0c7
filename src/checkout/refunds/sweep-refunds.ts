import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every } from '../../jobs/index.js';
import { ReconcilePayment } from '../settling/reconcile-payment.js';
import { SendRefund } from './send-refund.js';

/** Finishes refunds whose process died or could not reach Stripe, and asks about those that are under way. */
@Injectable()
export class SweepRefunds {
  private readonly logger = new Logger('Checkout');

  constructor(
    private readonly db: Database,
    private readonly sending: SendRefund,
    private readonly reconcile: ReconcilePayment,
  ) {}

  @Every('* * * * *', 'checkout.sweep-refunds')
  async execute(): Promise<void> {
    const open = await this.db.rows<{ id: string }>(
      `SELECT id FROM refunds WHERE status = 'open' AND created_at < now() - interval '1 minute' ORDER BY created_at LIMIT 50`,
    );
    for (const { id } of open) await this.sending.execute(id).catch(this.note(id));
    const sent = await this.db.rows<{ paymentIntent: string }>(
      `SELECT DISTINCT y.payment_intent AS "paymentIntent" FROM refunds f JOIN refund_parts a ON a.refund_id = f.id
       JOIN payments y ON y.id = a.payment_id
       WHERE f.status IN ('open', 'sent') AND f.created_at < now() - interval '1 minute' LIMIT 50`,
    );
    for (const { paymentIntent } of sent) {
      await this.reconcile.execute(paymentIntent).catch(this.note(paymentIntent));
    }
  }

  /** One refund that cannot be asked about must not keep the others waiting. */
  private note = (about: string) => (error: unknown) =>
    this.logger.error({ msg: 'refund not swept', about, err: error });
}
