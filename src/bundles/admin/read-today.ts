import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Clock } from '../../shared/index.js';
import type { ProductCard } from '../products/product-card.js';
import { ProductQueries } from '../products/product.queries.js';
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

/** The shop at one instant. */
export interface Today {
  now: Date;
  cards: ProductCard[];
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
    private readonly products: ProductQueries,
    private readonly sales: SalesFigures,
    private readonly waiting: WaitingForStaff,
  ) {}

  async execute(): Promise<Today> {
    const now = await this.clock.now();
    const [{ cards }, totals, days, products, codes, waiting] = await Promise.all([
      this.products.all(),
      this.sales.totals(now),
      this.sales.perDay(now, 60),
      this.sales.perProduct(now, 30),
      this.codes(now),
      this.waiting.list(),
    ]);
    return { now, cards, totals, days, products, codes, waiting };
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
