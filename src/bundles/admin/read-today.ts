import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Clock } from '../../shared/index.js';
import type { ProductStatus } from '../products/product.js';
import {
  type ProductSale,
  type SalesDay,
  SalesFigures,
  type SalesTotal,
  type Waiting,
  WaitingForStaff,
} from './figures.js';

/** A promotion code that can be used now. */
export interface CodeInUse {
  code: string;
  uses: number;
  limit: number | null;
  endsAt: Date;
}

/** An offer that runs or comes next, in any market. */
export interface OfferToday {
  id: string;
  name: string;
  product: string;
  slug: string;
  status: ProductStatus;
  market: string;
  amount: number;
  currency: string;
  startsAt: Date;
  endsAt: Date;
  seats: number | null;
  /** Of its seats, those that nobody has paid for or is about to pay for. */
  seatsLeft: number | null;
}

/** The shop at one instant. */
export interface Today {
  now: Date;
  drafts: number;
  /** Those that run first, then by their start. */
  offers: OfferToday[];
  totals: SalesTotal[];
  /** The last 60 days, the oldest first. */
  days: SalesDay[];
  products: ProductSale[];
  codes: CodeInUse[];
  waiting: Waiting[];
}

/** Puts together what an admin wants to know first. Reads only. */
@Injectable()
export class ReadToday {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sales: SalesFigures,
    private readonly waiting: WaitingForStaff,
  ) {}

  async execute(): Promise<Today> {
    const now = await this.clock.now();
    const [drafts, offers, totals, days, products, codes, waiting] = await Promise.all([
      this.drafts(),
      this.offers(now),
      this.sales.totals(now),
      this.sales.perDay(now, 60),
      this.sales.perProduct(now, 30),
      this.codes(now),
      this.waiting.list(),
    ]);
    return { now, drafts, offers, totals, days, products, codes, waiting };
  }

  private async drafts(): Promise<number> {
    const row = await this.db.row<{ drafts: number }>(
      `SELECT count(*)::int AS drafts FROM products WHERE status = 'draft'`,
    );
    return row!.drafts;
  }

  private offers(now: Date): Promise<OfferToday[]> {
    return this.db.rows<OfferToday>(
      `SELECT o.id, o.name, p.title AS product, p.slug, p.status, m.label AS market, o.amount, o.currency,
         lower(o.during) AS "startsAt", upper(o.during) AS "endsAt", o.seats,
         o.seats - (SELECT coalesce(sum(c.quantity), 0)::int FROM offer_claims c
                    WHERE c.offer_id = o.id AND c.released_at IS NULL) AS "seatsLeft"
       FROM offers o JOIN products p ON p.id = o.product_id JOIN markets m ON m.name = o.market
       WHERE o.cancelled_at IS NULL AND upper(o.during) > $1 ORDER BY lower(o.during), o.id`,
      [now],
    );
  }

  private codes(now: Date): Promise<CodeInUse[]> {
    return this.db.rows<CodeInUse>(
      `SELECT c.code, c.total_limit AS "limit", upper(c.during) AS "endsAt",
         (SELECT count(*)::int FROM code_claims u WHERE u.code_id = c.id AND u.released_at IS NULL) AS uses
       FROM codes c WHERE c.during @> $1::timestamptz AND c.withdrawn_at IS NULL ORDER BY upper(c.during), c.code LIMIT 20`,
      [now],
    );
  }
}
