import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import type { Order } from '../orders/order.entity.js';
import { EndCheckout } from './end-checkout.js';

/** Once a payment gave somebody courses, payment pages they still have open for nothing but those courses are closed. */
@Injectable()
export class CloseCoveredCheckouts {
  constructor(
    private readonly db: Database,
    private readonly endCheckout: EndCheckout,
  ) {}

  @OnFact('order.settled', 'checkout.close-covered')
  async execute({ data }: Fact<{ orderId: string; personId: string }>): Promise<void> {
    const covered = await this.db.rows<Pick<Order, 'checkoutSessionId' | 'status'>>(openButCovered, [data.personId]);
    for (const order of covered) await this.endCheckout.execute(order);
  }
}

const openButCovered = `
  SELECT o.checkout_session_id AS "checkoutSessionId", o.status FROM orders o
  WHERE o.person_id = $1 AND o.purpose = 'self' AND o.status = 'pending' AND o.checkout_session_id IS NOT NULL
    AND NOT EXISTS (
      SELECT FROM order_lines l JOIN order_line_courses c ON c.order_line_id = l.id
      WHERE l.order_id = o.id AND NOT EXISTS (
        SELECT FROM enrollments e JOIN grants g ON g.enrollment_id = e.id
        WHERE e.person_id = o.person_id AND e.course_id = c.course_id AND g.ended_at IS NULL))`;
