import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { InstalmentGateway } from '../stripe/instalment.gateway.js';
import { StripeGateway } from '../stripe/stripe.gateway.js';
import { SettleInstalment } from './settle-instalment.js';

interface OpenPage {
  id: string;
  sessionId: string | null;
  isExpired: boolean;
}

/** Lets pages for instalments follow what Stripe says: paid, or over. */
@Injectable()
export class SettlePages {
  constructor(
    private readonly db: Database,
    private readonly stripe: InstalmentGateway,
    private readonly gateway: StripeGateway,
    private readonly settle: SettleInstalment,
  ) {}

  /** The open page of an order, when its buyer comes back from it. */
  async ofOrder(personId: string, number: string): Promise<void> {
    const page = await this.db.row<{ id: string }>(
      `SELECT p.id FROM instalment_pages p JOIN orders o ON o.id = p.order_id
       WHERE o.number = $1 AND o.person_id = $2 AND p.ended_at IS NULL`,
      [number, personId],
    );
    if (page) await this.execute(page.id);
  }

  async execute(pageId: string): Promise<void> {
    const page = await this.db.row<OpenPage>(
      `SELECT id, session_id AS "sessionId", expires_at <= now() AS "isExpired" FROM instalment_pages
       WHERE id = $1 AND ended_at IS NULL`,
      [pageId],
    );
    if (!page) return;
    // A page whose session was never written down is left alone until nobody can be on it any more.
    if (!page.sessionId) return page.isExpired ? this.note(page.id) : undefined;
    const { isOver, paymentIntent } = await this.stripe.readPage(page.sessionId);
    if (paymentIntent) await this.settle.execute(paymentIntent);
    if (isOver) await this.note(page.id);
  }

  /** Of an order that owes nothing more no page stays open: nobody can pay on it by mistake. */
  @OnFact('refund.opened', 'checkout.end-instalment-page')
  async afterRefund({ data }: { data: Fact<{ orderId: string }>['data'] }): Promise<void> {
    const page = await this.db.row<{ id: string }>(
      `SELECT p.id FROM instalment_pages p WHERE p.order_id::text = $1 AND p.ended_at IS NULL AND NOT EXISTS (
         SELECT FROM instalments i WHERE i.order_id = p.order_id AND i.paid_at IS NULL AND i.cancelled_at IS NULL)`,
      [data.orderId],
    );
    if (page) await this.end(page.id);
  }

  /** Closes a page at Stripe, unless it was paid meanwhile. */
  async end(pageId: string): Promise<void> {
    const page = await this.db.row<{ sessionId: string | null }>(
      'SELECT session_id AS "sessionId" FROM instalment_pages WHERE id = $1 AND ended_at IS NULL',
      [pageId],
    );
    if (page?.sessionId) await this.gateway.closeSession(page.sessionId);
    await this.execute(pageId);
  }

  private async note(pageId: string): Promise<void> {
    await this.db.rows('UPDATE instalment_pages SET ended_at = now() WHERE id = $1 AND ended_at IS NULL', [pageId]);
  }
}
