import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Config, newId } from '../../shared/index.js';
import { MarketQueries } from '../markets/market.queries.js';
import { defaultMarket } from '../markets/market.js';
import { daysAfter } from '../prices/days.js';
import { insertOffer } from './insert-offer.js';

const demo = {
  product: 'cosmetic-injector-certification',
  name: 'Certification offer',
  amount: 44_900,
  days: 14,
  pastDays: 60,
};

/**
 * A demonstration shows what the real thing shows after two months: a catalogue with a past, marked as such in its rows,
 * and one real offer, which ends when it says. A demo that is started again gets neither a second time.
 */
@Injectable()
export class SeedDemoOffer {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly facts: Facts,
    private readonly markets: MarketQueries,
  ) {}

  async execute(): Promise<void> {
    if (!this.config.demo) return;
    await this.db.transaction(async (tx) => {
      await tx.lock('bundles.demo');
      const known = await tx.row<{ now: Date; productId: string; seeded: boolean }>(
        `SELECT date_trunc('milliseconds', now()) AS now, p.id AS "productId",
           EXISTS (SELECT 1 FROM list_prices l WHERE l.product_id = p.id AND l.source = 'demo') AS seeded
         FROM products p WHERE p.slug = $1`,
        [demo.product],
      );
      if (!known || known.seeded) return;
      await this.writePast(tx);
      const { name, amount, days } = demo;
      const terms = { name, amount, startsAt: known.now, endsAt: daysAfter(known.now, days) };
      const market = (await this.markets.byName(defaultMarket, tx))!;
      await insertOffer(tx, this.facts, { id: known.productId, market }, terms, null);
    });
  }

  private async writePast(tx: Tx): Promise<void> {
    const prices = await tx.rows<{ product_id: string; currency: string; amount: number }>(
      'SELECT DISTINCT ON (product_id) product_id, currency, amount FROM list_prices ORDER BY product_id, effective_at',
    );
    await tx.rows(
      `INSERT INTO list_prices (id, product_id, currency, market, amount, effective_at, source, reason)
       SELECT id, product_id, currency, $5, amount, date_trunc('milliseconds', now()) - make_interval(days => $6), 'demo',
         'Demonstration: as if it had been sold before the first start'
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[]) AS given (id, product_id, currency, amount)`,
      [
        prices.map(() => newId()),
        prices.map((price) => price.product_id),
        prices.map((price) => price.currency),
        prices.map((price) => price.amount),
        defaultMarket,
        demo.pastDays,
      ],
    );
    await tx.rows(
      `INSERT INTO sale_periods (product_id, during)
       SELECT product_id, tstzrange(now() - make_interval(days => $1), min(lower(during))) FROM sale_periods GROUP BY product_id`,
      [demo.pastDays],
    );
  }
}
