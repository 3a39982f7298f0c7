import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { DomainError } from '../../shared/index.js';
import { insertReview } from '../orders/order-review.js';
import { RefundOrder } from './refund-order.js';

/** Whose licence or practice did not allow what they paid for: a line of an order, or a product wherever they bought it. */
interface Ineligible {
  personId: string;
  reason: string;
  orderLineId?: string;
  productId?: string;
}

/**
 * Somebody paid and then turned out not to be eligible: all that is left of those lines goes back by itself, without a
 * fee and once per line. Where a bank holds the money, staff decide.
 */
@Injectable()
export class RefundIneligible {
  constructor(
    private readonly db: Database,
    private readonly refund: RefundOrder,
  ) {}

  @OnFact('eligibility.failed', 'checkout.refund-ineligible')
  async execute({ data }: { data: Fact['data'] & Ineligible }): Promise<void> {
    const lines = await this.db.rows<{ id: string; orderId: string }>(
      `SELECT l.id, l.order_id AS "orderId" FROM order_lines l JOIN orders o ON o.id = l.order_id
       WHERE o.person_id::text = $1 AND (l.id::text = $2 OR l.product_id::text = $3) AND o.purpose = 'self'
         AND o.settled_at IS NOT NULL AND EXISTS (SELECT FROM order_line_courses c WHERE c.order_line_id = l.id
           AND NOT EXISTS (SELECT FROM refund_lines r JOIN refunds f ON f.id = r.refund_id
             WHERE r.order_line_id = l.id AND r.course_id = c.course_id AND r.closes AND f.status <> 'failed'))
       ORDER BY l.id`,
      [data.personId, data.orderLineId ?? null, data.productId ?? null],
    );
    for (const line of lines) await this.giveBack(line, data.reason);
  }

  private async giveBack({ id, orderId }: { id: string; orderId: string }, note: string): Promise<void> {
    const why = { cause: 'ineligible', by: null, note, subject: `ineligible:${id}` } as const;
    try {
      await this.refund.execute({ orderId, ...why, lineIds: [id], closes: true });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const seen = { orderLineId: id, why: note, refused: error.message };
      await this.db.transaction((tx) =>
        insertReview(tx, { orderId, reason: 'ineligible_not_refunded', subject: id, seen }),
      );
    }
  }
}
