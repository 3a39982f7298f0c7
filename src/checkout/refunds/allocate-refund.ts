import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { money, notFound } from '../../shared/index.js';
import { ReconcilePayment } from '../settling/reconcile-payment.js';
import { ApplyRefund } from './apply-refund.js';
import { insertShares } from './open-refund.js';
import { allocatedAlready, allocationDiffers } from './refund.errors.js';
import { RefundMails } from './refund.mails.js';
import { RefundCases } from './refund-case.js';
import { quoteRefund } from './refund-quote.js';
import { spread } from './refund-shares.js';
import { chosen } from './request-refund.js';

export interface Allocation {
  refundId: string;
  lineIds: string[];
  closes: boolean;
  by: string;
}

/** Staff say which lines a refund was for that somebody made at Stripe. */
@Injectable()
export class AllocateRefund {
  constructor(
    private readonly db: Database,
    private readonly cases: RefundCases,
    private readonly applying: ApplyRefund,
    private readonly reconcile: ReconcilePayment,
    private readonly mails: RefundMails,
  ) {}

  async execute({ refundId, lineIds, closes, by }: Allocation): Promise<{ number: string }> {
    return this.db.transaction(async (tx) => {
      const refund = await tx.row<{ orderId: string; amount: number }>(
        `SELECT order_id AS "orderId", amount FROM refunds WHERE id::text = $1 AND cause = 'dashboard'`,
        [refundId],
      );
      if (!refund) throw notFound('refund');
      const order = (await this.cases.locked(tx, refund.orderId))!;
      const has = await tx.row('SELECT 1 FROM refund_lines WHERE refund_id = $1 LIMIT 1', [refundId]);
      if (has) throw allocatedAlready();
      // Its own money is out of the order already and comes back into the count.
      const whole = { ...order, held: order.held + refund.amount, disputed: false };
      const quote = chosen(quoteRefund(whole, order.settledAt, { strict: false }), lineIds);
      if (quote.total.amount < refund.amount) throw allocationDiffers(money(refund.amount, order.currency));
      const shares = spread(refund.amount, quote.lines, order, closes);
      await insertShares(tx, refundId, shares);
      await tx.rows('UPDATE refunds SET tax = $2 WHERE id = $1', [
        refundId,
        shares.reduce((sum, share) => sum + share.tax, 0),
      ]);
      await tx.rows(
        `INSERT INTO review_resolutions (review_id, by, note)
         SELECT id, $2, 'Allocated to its lines' FROM order_reviews WHERE reason = 'unallocated_refund' AND subject = $1
         ON CONFLICT DO NOTHING`,
        [refundId, by],
      );
      const closed = await this.applying.takeBack(tx, order, refundId);
      if (closed.length > 0) await this.mails.closed(tx, order, { refundId, closed });
      await this.reconcile.name(tx, order.id);
      return { number: order.number };
    });
  }
}
