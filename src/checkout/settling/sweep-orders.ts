import { Injectable, Logger } from '@nestjs/common';
import { Every } from '../../jobs/index.js';
import { DomainError } from '../../shared/index.js';
import { OrderQueries } from '../orders/order.queries.js';
import { OpenPaymentPage } from '../buying/open-payment-page.js';
import { SettleOrder } from './settle-order.js';

/** Stays far below Stripe's limit of 25 requests a second. */
const perSweep = 200;

/** Repairs what never arrived: a lost webhook, a closed browser, a process that died between two steps. */
@Injectable()
export class SweepOrders {
  private readonly logger = new Logger('Checkout');

  constructor(
    private readonly queries: OrderQueries,
    private readonly settle: SettleOrder,
    private readonly openPage: OpenPaymentPage,
  ) {}

  @Every('* * * * *', 'checkout.sweep')
  async execute(): Promise<void> {
    for (const { id, sessionId } of await this.queries.overdue(perSweep)) {
      await this.repair(id, sessionId).catch((error: unknown) => {
        // One order that cannot be asked about must not keep the others waiting.
        if (!(error instanceof DomainError)) this.logger.error({ msg: 'order not swept', orderId: id, err: error });
      });
    }
  }

  private async repair(id: string, sessionId: string | null): Promise<void> {
    if (sessionId) return void (await this.settle.execute(sessionId));
    const order = await this.queries.byId(id);
    const opened = order && (await this.openPage.execute(order));
    if (opened?.checkoutSessionId) await this.settle.execute(opened.checkoutSessionId);
  }
}
