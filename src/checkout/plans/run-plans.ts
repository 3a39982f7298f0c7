import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every } from '../../jobs/index.js';
import { ChargeInstalment } from './charge-instalment.js';
import { InstalmentQueries } from './instalment.queries.js';
import { MissInstalment } from './miss-instalment.js';
import { SettlePages } from './settle-pages.js';

/** Stays far below Stripe's limit of 25 requests a second. */
const perRun = 200;

/** What payment plans need done by themselves: pages looked after, instalments charged, grace ended. */
@Injectable()
export class RunPlans {
  private readonly logger = new Logger('Plans');

  constructor(
    private readonly db: Database,
    private readonly queries: InstalmentQueries,
    private readonly pages: SettlePages,
    private readonly charge: ChargeInstalment,
    private readonly miss: MissInstalment,
  ) {}

  @Every('*/5 * * * *', 'checkout.plans')
  async execute(): Promise<void> {
    await this.endRefunded();
    await this.each(await this.queries.openPages(perRun), ({ id }) => this.pages.execute(id));
    await this.each(await this.queries.toCharge(perRun), ({ id }) => this.charge.execute(id));
    await this.each(await this.queries.toMiss(perRun), ({ id }) => this.miss.execute(id));
  }

  /** Of an order that was given back nothing more is due. */
  private async endRefunded(): Promise<void> {
    const ended = await this.db.rows<{ orderId: string }>(
      `UPDATE instalments i SET cancelled_at = now(), next_try_at = NULL FROM orders o
       WHERE o.id = i.order_id AND o.status = 'refunded' AND i.paid_at IS NULL AND i.cancelled_at IS NULL
       RETURNING o.id AS "orderId"`,
    );
    await this.each(ended, (data) => this.pages.afterRefund({ data }));
  }

  private async each<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
    for (const item of items) {
      await work(item).catch((error: unknown) => this.logger.error({ msg: 'plan not moved', ...item, err: error }));
    }
  }
}
