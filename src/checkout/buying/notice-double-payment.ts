import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { OrderLetter } from '../orders/order-letter.js';
import { insertReview } from '../orders/order-review.js';
import { reviewGoneCredits } from '../refunds/review-gone-credits.js';

interface Twice {
  orderId: string;
  number: string;
  name: string;
  email: string;
  titles: string[];
}

const list = new Intl.ListFormat('en');

/**
 * Two checkouts that overlap can both be paid. Courses that came from elsewhere between placing an order and its payment
 * were paid for twice, unless they were credited: its buyer and staff are told.
 */
@Injectable()
export class NoticeDoublePayment {
  constructor(
    private readonly db: Database,
    private readonly letter: OrderLetter,
  ) {}

  @OnFact('order.settled', 'checkout.notice-double-payment')
  async execute({ data }: { data: Fact<{ orderId: string }>['data'] }): Promise<void> {
    await this.db.transaction(async (tx) => {
      const twice = await tx.row<Twice>(paidTwice, [data.orderId]);
      if (twice) await this.tell(tx, twice);
      await reviewGoneCredits(tx, data.orderId);
    });
  }

  private async tell(tx: Tx, { orderId, number, titles, ...to }: Twice): Promise<void> {
    await insertReview(tx, { orderId, reason: 'paid_twice', seen: { courses: list.format(titles) } });
    await this.letter.send(tx, {
      ...{ to, number, kind: 'paid-twice', about: orderId, title: `Order ${number}: you may have paid twice` },
      sentences: [
        `While you paid this order, you got ${list.format(titles)} from somewhere else too.`,
        'We look at it and write to you. If you want your money back now, ask for it on the page of the order.',
      ],
    });
  }
}

const paidTwice = `
  SELECT o.id AS "orderId", o.number, p.name, p.email, array_agg(c.title ORDER BY l.position, c.position) AS titles
  FROM orders o JOIN people p ON p.id = o.person_id
  JOIN order_lines l ON l.order_id = o.id JOIN order_line_courses c ON c.order_line_id = l.id
  WHERE o.id::text = $1 AND o.purpose = 'self' AND c.amount > 0
    AND NOT EXISTS (SELECT FROM upgrade_credits u WHERE u.order_line_id = l.id AND u.course_id = c.course_id)
    AND EXISTS (SELECT FROM enrollments e JOIN grants g ON g.enrollment_id = e.id
      WHERE e.person_id = o.person_id AND e.course_id = c.course_id AND g.ended_at IS NULL
        AND g.granted_at > o.created_at AND g.granted_at <= o.settled_at
        AND g.source_id NOT IN (SELECT k.id::text FROM order_lines k WHERE k.order_id = o.id))
  GROUP BY o.id, p.id`;
