import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Clock, newId, notFound } from '../../shared/index.js';
import { nothingDue, paymentUnavailable } from '../checkout.errors.js';
import { type InstalmentCharge, InstalmentGateway } from '../stripe/instalment.gateway.js';
import { isUnderWay } from '../stripe/stripe-errors.js';
import { type Instalment, InstalmentQueries } from './instalment.queries.js';
import { SettlePages } from './settle-pages.js';

export interface PayRequest {
  personId: string;
  number: string;
  /** Everything that is left, not only what is due. */
  rest: boolean;
}

/** Where instalments can be paid, and until when. Amount in minor units. */
export interface InstalmentPage {
  id: string;
  first: number;
  count: number;
  amount: number;
  currency: string;
  url: string | null;
  expiresAt: Date;
}

type Placed = InstalmentPage & Pick<InstalmentCharge, 'customer' | 'order' | 'instalmentId'>;

/** Stripe's shortest session is 30 minutes; the spare minute is for the way there. */
const openMinutes = 31;

/** Opens a payment page for the instalments that are due, or for all that are left. One page per order is open. */
@Injectable()
export class PayInstalments {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queries: InstalmentQueries,
    private readonly stripe: InstalmentGateway,
    private readonly pages: SettlePages,
  ) {}

  /** @throws not_found, nothing_due, payment_unavailable */
  async execute(request: PayRequest): Promise<InstalmentPage> {
    const placed = await this.db.transaction((tx) => this.place(tx, request));
    if (placed.isOther) {
      // The page that is open asks for something else: it ends first, so that nothing is paid twice.
      await this.pages.end(placed.page.id);
      const again = await this.db.transaction((tx) => this.place(tx, request));
      if (again.isOther) throw paymentUnavailable();
      return this.open(again.page);
    }
    return this.open(placed.page);
  }

  private async place(tx: Tx, { personId, number, rest }: PayRequest): Promise<{ page: Placed; isOther: boolean }> {
    const order = await tx.row<{ id: string; currency: string; customer: string }>(
      `SELECT id, currency, customer_id AS customer FROM orders
       WHERE number = $1 AND person_id = $2 AND plan IS NOT NULL AND status IN ('paid', 'partially_refunded') FOR UPDATE`,
      [number, personId],
    );
    if (!order) throw notFound('payment plan');
    const wanted = wantedOf(await this.queries.ofOrder(order.id, tx), rest);
    const [first] = wanted;
    if (!first) throw nothingDue();
    const about = { currency: order.currency, customer: order.customer, order: { id: order.id, number } };
    const open = await tx.row<Omit<InstalmentPage, 'currency'>>(
      `SELECT id, first, count, amount, url, expires_at AS "expiresAt" FROM instalment_pages
       WHERE order_id = $1 AND ended_at IS NULL`,
      [order.id],
    );
    const now = await this.clock.now(tx);
    if (open) {
      const lives = open.expiresAt.getTime() > now.getTime() + 3 * 60_000;
      const isOther = !lives || open.first !== first.position || open.count !== wanted.length;
      return { page: { ...open, ...about, instalmentId: first.id }, isOther };
    }
    const page = {
      id: newId(),
      first: first.position,
      count: wanted.length,
      amount: wanted.reduce((sum, { amount }) => sum + amount, 0),
      url: null,
      expiresAt: new Date(now.getTime() + openMinutes * 60_000),
    };
    await tx.rows(
      `INSERT INTO instalment_pages (id, order_id, first, count, amount, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [page.id, order.id, page.first, page.count, page.amount, now, page.expiresAt],
    );
    return { page: { ...page, ...about, instalmentId: first.id }, isOther: false };
  }

  private async open(page: Placed): Promise<InstalmentPage> {
    if (page.url) return page;
    const session = await this.stripe
      .openPage({ ...page, key: `instalment-page-${page.id}` })
      .catch((error: unknown) => {
        throw isUnderWay(error) ? paymentUnavailable() : error;
      });
    await this.db.rows('UPDATE instalment_pages SET session_id = $2, url = $3 WHERE id = $1', [
      page.id,
      session.id,
      session.url,
    ]);
    return { ...page, url: session.url };
  }
}

/** Always from the first unpaid one on: what is due by now, or else the next one; or everything. */
function wantedOf(instalments: readonly Instalment[], rest: boolean): Instalment[] {
  const left = instalments.filter(({ state }) => state !== 'paid' && state !== 'cancelled');
  if (rest) return left;
  const due = left.filter(({ state }) => state !== 'coming');
  return due.length > 0 ? due : left.slice(0, 1);
}
