import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { RefundOrder } from './refund-order.js';

interface Ineligible {
  /** What the review is about; one refund each. */
  reviewId: string;
  personId: string;
  orderLineId: string;
  reason: string;
}

/** Somebody paid and then turned out not to be eligible: all of that line goes back by itself, without a fee. */
@Injectable()
export class RefundIneligible {
  constructor(
    private readonly db: Database,
    private readonly refund: RefundOrder,
  ) {}

  @OnFact('eligibility.failed', 'checkout.refund-ineligible')
  async execute({ data }: Pick<Fact<Ineligible & Record<string, string>>, 'data'>): Promise<void> {
    const line = await this.db.row<{ orderId: string }>(
      `SELECT l.order_id AS "orderId" FROM order_lines l JOIN orders o ON o.id = l.order_id
       WHERE l.id::text = $1 AND o.person_id::text = $2 AND o.settled_at IS NOT NULL AND o.status <> 'refunded'`,
      [data.orderLineId, data.personId],
    );
    if (!line) return;
    await this.refund.execute({
      orderId: line.orderId,
      cause: 'ineligible',
      by: null,
      note: data.reason,
      lineIds: [data.orderLineId],
      closes: true,
      subject: subjectOf(data),
    });
  }
}

const subjectOf = ({ reviewId }: Record<string, string>): string => `eligibility:${reviewId}`;
