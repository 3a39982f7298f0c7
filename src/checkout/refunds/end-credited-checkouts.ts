import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { EndCheckout } from '../buying/end-checkout.js';
import type { Order } from '../orders/order.entity.js';
import { checkoutCountsOnIt } from './refund.errors.js';

/**
 * Ends checkouts that count on the price of an order as credit and are not paid yet: before money of that order goes back,
 * and as soon as a bank takes it.
 */
@Injectable()
export class EndCreditedCheckouts {
  constructor(
    private readonly db: Database,
    private readonly ending: EndCheckout,
  ) {}

  /** @throws checkout_open where one could not be ended just now */
  async execute(orderId: string): Promise<void> {
    for (const order of await this.open(orderId)) {
      if ((await this.ending.execute(order)) === 'pending') throw checkoutCountsOnIt(order.number);
    }
  }

  @OnFact('dispute.opened', 'checkout.end-credited')
  async whenDisputed({ data }: { data: Fact<{ orderId: string }>['data'] }): Promise<void> {
    // An inquiry takes no money and changes nothing.
    const taken = await this.db.row(
      `SELECT 1 FROM disputes WHERE order_id = $1 AND standing IN ('open', 'lost') LIMIT 1`,
      [data.orderId],
    );
    if (taken) await this.execute(data.orderId);
  }

  private open(orderId: string): Promise<Pick<Order, 'number' | 'checkoutSessionId' | 'status'>[]> {
    return this.db.rows(
      `SELECT DISTINCT o.number, o.checkout_session_id AS "checkoutSessionId", o.status FROM orders o
       JOIN order_lines l ON l.order_id = o.id JOIN upgrade_credits u ON u.order_line_id = l.id
       JOIN order_lines f ON f.id = u.from_order_line_id
       WHERE f.order_id = $1 AND o.status = 'pending' ORDER BY o.number`,
      [orderId],
    );
  }
}
