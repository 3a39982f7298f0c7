import { Injectable } from '@nestjs/common';
import { notFound } from '../../shared/index.js';
import { bankIsConfirming, paymentUnavailable } from '../checkout.errors.js';
import { OrderQueries, type OrderView } from '../orders/order.queries.js';
import { EndCheckout } from './end-checkout.js';

/** The buyer gives up an open checkout: its seat, code and credit are free at once. One that is over stays as it is. */
@Injectable()
export class CancelCheckout {
  constructor(
    private readonly orders: OrderQueries,
    private readonly endCheckout: EndCheckout,
  ) {}

  /** @throws not_found, bank_confirming, payment_unavailable while Stripe cannot be asked */
  async execute(personId: string, number: string): Promise<OrderView> {
    const order = await this.orders.ofPerson(personId, number);
    if (!order) throw notFound('order');
    if (order.status === 'awaiting_payment') throw bankIsConfirming();
    if ((await this.endCheckout.execute(order)) === 'pending') throw paymentUnavailable();
    return (await this.orders.ofPerson(personId, number))!;
  }
}
