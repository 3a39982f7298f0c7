import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { DomainError } from '../../shared/index.js';
import { RefundOrder } from '../refunds/refund-order.js';

/** An instalment was paid after its order was refunded: it buys nothing any more and goes back by itself, once. */
@Injectable()
export class ReturnLatePayment {
  constructor(
    private readonly db: Database,
    private readonly refund: RefundOrder,
  ) {}

  @OnFact('order.instalment-paid', 'checkout.return-late-payment')
  async execute({ data }: { data: Fact<{ orderId: string; instalmentId: string }>['data'] }): Promise<void> {
    const { orderId, instalmentId } = data;
    const late = await this.db.row<{ paymentIntent: string; amount: number; lineIds: string[] }>(
      `SELECT y.payment_intent AS "paymentIntent", y.amount,
         ARRAY(SELECT l.id FROM order_lines l WHERE l.order_id = y.order_id) AS "lineIds"
       FROM payments y JOIN instalments i ON i.payment_intent = y.payment_intent AND i.id::text = $2
       JOIN order_reviews v ON v.order_id = y.order_id AND v.reason = 'paid_after_refund' AND v.subject = y.payment_intent
       WHERE y.order_id::text = $1`,
      [orderId, instalmentId],
    );
    if (!late) return;
    const { paymentIntent, amount, lineIds } = late;
    const note = 'It was paid after the order had been refunded.';
    const why = { cause: 'late', by: null, note, subject: `late:${paymentIntent}` } as const;
    try {
      await this.refund.execute({ orderId, ...why, lineIds, amount, closes: false });
    } catch (error) {
      // What cannot go back by itself waits for staff: the review stays open.
      if (!(error instanceof DomainError)) throw error;
    }
  }
}
