import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { notFound } from '../../shared/index.js';
import { neverAtStripe } from '../checkout.errors.js';
import type { OrderStatus } from '../orders/order.entity.js';
import { ReconcilePayment } from '../settling/reconcile-payment.js';
import { SettleOrder } from '../settling/settle-order.js';
import { DeskOrderQueries } from './desk-order.queries.js';

/** Staff's way to what events and sweeper do by themselves: Stripe is asked and the order follows. Safe to repeat. */
@Injectable()
export class AskStripeAgain {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
    private readonly orders: DeskOrderQueries,
    private readonly settle: SettleOrder,
    private readonly reconcile: ReconcilePayment,
  ) {}

  /** @returns the order's status afterwards */
  async execute(number: string, by: string): Promise<OrderStatus> {
    const order = await this.orders.byNumber(number);
    if (!order) throw notFound('order');
    if (!order.sessionId) throw neverAtStripe();
    await this.settle.execute(order.sessionId);
    const { status: now, payments } = (await this.orders.byNumber(number))!;
    let status = now;
    for (const { paymentIntent } of payments) status = (await this.reconcile.execute(paymentIntent)) ?? status;
    const checked = { orderId: order.id, by, status };
    await this.db.transaction((tx) => Promise.resolve(this.facts.record(tx, 'order.checked', checked)));
    return status;
  }
}
