import { Injectable, Logger } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Every, type Fact, Facts, OnFact } from '../../jobs/index.js';
import { Clock, Config } from '../../shared/index.js';
import { type Billing, nobodyBilled } from '../stripe/billing.js';
import { StripeGateway } from '../stripe/stripe.gateway.js';
import { appendInvoice, lockPapers } from './append-invoice.js';
import { InvoiceMails } from './invoice-mails.js';
import { invoiceFor } from './invoice-for.js';
import { type Sale, SaleQueries } from './sale.queries.js';
import { sellerOf } from './seller.js';

const perSweep = 200;

/**
 * One invoice for each payment of an order. A job of its own, so that settling never waits for the counter; an order
 * without a payment has a receipt and no invoice.
 */
@Injectable()
export class IssueInvoices {
  private readonly logger = new Logger('Invoices');

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly facts: Facts,
    private readonly stripe: StripeGateway,
    private readonly sales: SaleQueries,
    private readonly mails: InvoiceMails,
  ) {}

  async execute(orderId: string): Promise<void> {
    const waiting = await this.sales.notInvoiced(orderId, this.db);
    const sale = waiting.length > 0 ? await this.sales.byOrder(orderId) : undefined;
    if (!sale) return;
    const billing = sale.sessionId ? await this.stripe.readBilling(sale.sessionId) : nobodyBilled;
    await this.db.transaction((tx) => this.issue(tx, sale, billing));
  }

  @OnFact('order.settled', 'checkout.invoices')
  onSettled(fact: Fact<{ orderId: string }>): Promise<void> {
    return this.execute(fact.data.orderId);
  }

  @OnFact('order.instalment-paid', 'checkout.instalment-invoices')
  onInstalmentPaid(fact: Fact<{ orderId: string }>): Promise<void> {
    return this.execute(fact.data.orderId);
  }

  /** Whatever kept a job from its work for good, a payment does not stay without its invoice. */
  @Every('17 * * * *', 'checkout.invoice-sweep')
  async sweep(): Promise<void> {
    for (const { orderId } of await this.sales.waiting(perSweep)) {
      await this.execute(orderId).catch((error: unknown) =>
        this.logger.error({ msg: 'no invoice for an order', orderId, err: error }),
      );
    }
  }

  private async issue(tx: Tx, sale: Sale, billing: Billing): Promise<void> {
    await lockPapers(tx, sale.id);
    const issuedAt = await this.clock.now(tx);
    // Asked again under the lock: another job may have been quicker.
    for (const payment of await this.sales.notInvoiced(sale.id, tx)) {
      const content = invoiceFor(sale, payment, billing, sellerOf(this.config));
      const source = { orderId: sale.id, sourceId: payment.id, market: sale.market };
      const issued = await appendInvoice(tx, this.facts, { kind: 'invoice', ...source, issuedAt, content });
      await this.mails.issued(tx, issued);
    }
  }
}
