import { Injectable, Logger } from '@nestjs/common';
import type { Order, OrderStatus } from '../orders/order.entity.js';
import { SettleOrder } from '../settling/settle-order.js';
import { StripeGateway } from '../stripe/stripe.gateway.js';

/**
 * Closes the payment page of an order at Stripe, and lets the order follow what Stripe then says: closed, or paid if the
 * payment was quicker.
 */
@Injectable()
export class EndCheckout {
  private readonly logger = new Logger('Checkout');

  constructor(
    private readonly stripe: StripeGateway,
    private readonly settle: SettleOrder,
  ) {}

  /** @returns the order's status afterwards; if Stripe cannot be asked, as it was: the page ends by itself */
  async execute(order: Pick<Order, 'checkoutSessionId' | 'status'>): Promise<OrderStatus> {
    const { checkoutSessionId: session, status } = order;
    if (!session || status !== 'pending') return status;
    try {
      await this.stripe.closeSession(session);
      return (await this.settle.execute(session)) ?? status;
    } catch (error) {
      this.logger.warn({ msg: 'checkout not ended', session, err: error });
      return status;
    }
  }
}
