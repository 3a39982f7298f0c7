import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { insertReview } from '../orders/order-review.js';
import { OpenRefund, type RefundShare } from './open-refund.js';
import { RefundCases, type SoldOrder } from './refund-case.js';
import { freedOf, taxOf } from './refund-quote.js';
import { SendRefund } from './send-refund.js';

type Ended = Fact<{ orderId: string }>;

/**
 * A course was refunded while a later purchase counted on its price as credit; now that purchase is refunded or was never
 * paid. What was kept for it goes back by itself, for the course is closed and buys nothing any more.
 */
@Injectable()
export class ReturnCredit {
  constructor(
    private readonly db: Database,
    private readonly cases: RefundCases,
    private readonly opening: OpenRefund,
    private readonly sending: SendRefund,
  ) {}

  @OnFact('refund.sent', 'checkout.return-credit')
  async afterRefund(fact: Ended): Promise<void> {
    await this.execute(fact);
  }

  @OnFact('order.expired', 'checkout.return-expired-credit')
  async afterExpiry(fact: Ended): Promise<void> {
    await this.execute(fact);
  }

  /** `orderId`: the purchase that counted on credit. */
  async execute({ data }: { data: { orderId: string } }): Promise<void> {
    const sources = await this.db.rows<{ id: string }>(
      `SELECT DISTINCT f.order_id AS id FROM order_lines l JOIN upgrade_credits u ON u.order_line_id = l.id
       JOIN order_lines f ON f.id = u.from_order_line_id WHERE l.order_id::text = $1 ORDER BY 1`,
      [data.orderId],
    );
    for (const { id } of sources) {
      const refundId = await this.db.transaction((tx) => this.giveBack(tx, id));
      if (refundId) await this.sending.execute(refundId);
    }
  }

  private async giveBack(tx: Tx, orderId: string): Promise<string | undefined> {
    const order = await this.cases.alone(tx, orderId);
    const shares = order ? freedShares(order) : [];
    if (!order || shares.length === 0) return undefined;
    const amount = shares.reduce((sum, share) => sum + share.amount, 0);
    if (order.disputed || amount > order.held) {
      const seen = { amount, held: order.held, disputed: order.disputed };
      await insertReview(tx, { orderId, reason: 'credit_not_returned', seen });
      return undefined;
    }
    const note = 'It had been used as credit for a purchase that has ended since.';
    return this.opening.open(tx, order, { cause: 'credit', shares, by: null, note });
  }
}

const freedShares = (order: SoldOrder): RefundShare[] =>
  order.lines.flatMap((line) =>
    line.courses
      .filter((course) => freedOf(course) > 0)
      .map((course) => {
        const amount = freedOf(course);
        const tax = taxOf(course, amount);
        return { lineId: line.id, courseId: course.id, amount, tax, credited: 0, closes: false };
      }),
  );
