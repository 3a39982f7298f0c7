import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Mailer } from '../../mail/index.js';
import { Clock, notFound } from '../../shared/index.js';
import { noReceipt } from '../checkout.errors.js';
import { DeskOrderQueries } from './desk-order.queries.js';

/** Sends the receipt as it was written, again. A double click within the same minute sends one. */
@Injectable()
export class ResendReceipt {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly facts: Facts,
    private readonly mailer: Mailer,
    private readonly orders: DeskOrderQueries,
  ) {}

  async execute(number: string, by: string): Promise<void> {
    const order = await this.orders.byNumber(number);
    if (!order) throw notFound('order');
    if (!order.receiptNumber) throw noReceipt();
    await this.db.transaction(async (tx) => {
      const minute = (await this.clock.now(tx)).toISOString().slice(0, 16);
      const key = `receipt:${order.id}`;
      const isNew = await this.mailer.sendAgain(tx, key, `${key}:again:${minute}`, order.buyer);
      if (isNew) this.facts.record(tx, 'order.receipt-resent', { orderId: order.id, by });
    });
  }
}
