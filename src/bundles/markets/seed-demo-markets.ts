import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Config, money, newId, share } from '../../shared/index.js';
import { defaultMarket } from './market.js';
import { OpenMarkets } from './open-markets.js';

/** What a cent of the default market is in minor units elsewhere, as a fraction. Prices of a demonstration, no rates. */
const perCent: Record<string, [numerator: number, denominator: number]> = {
  eu: [1, 1],
  gb: [4, 5],
  jp: [3, 2],
  kw: [3, 1],
};
const pastDays = 60;

/** Opens the other markets of a demonstration, with prices marked as such. Started again, it changes nothing. */
@Injectable()
export class SeedDemoMarkets {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly open: OpenMarkets,
  ) {}

  async execute(): Promise<void> {
    if (!this.config.demo) return;
    await this.db.transaction(async (tx) => {
      await tx.lock('bundles.demo');
      const rows = await tx.rows<{ productId: string; amount: number; market: string; currency: string }>(
        `SELECT DISTINCT ON (m.name, l.product_id) l.product_id AS "productId", l.amount, m.name AS market, m.currency
         FROM list_prices l CROSS JOIN markets m
         WHERE l.market = $1 AND m.name = ANY($2) AND NOT EXISTS (
           SELECT 1 FROM list_prices old WHERE old.market = m.name AND old.product_id = l.product_id)
         ORDER BY m.name, l.product_id, l.effective_at DESC`,
        [defaultMarket, Object.keys(perCent)],
      );
      const prices = rows.map(({ amount, market, currency }) => share(money(amount, currency), ...perCent[market]!));
      await tx.rows(
        `INSERT INTO list_prices (id, product_id, currency, market, amount, effective_at, source, reason)
         SELECT id, product_id, currency, market, amount, date_trunc('milliseconds', now()) - make_interval(days => $6), 'demo',
           'Demonstration: as if it had been sold there before'
         FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::bigint[]) AS l (id, product_id, currency, market, amount)`,
        [
          rows.map(() => newId()),
          rows.map((row) => row.productId),
          rows.map((row) => row.currency),
          rows.map((row) => row.market),
          prices.map((price) => price.amount),
          pastDays,
        ],
      );
      await tx.rows(
        `WITH opened AS (
           UPDATE markets SET active = true, version = version + 1
           WHERE name = ANY($1) AND NOT active AND NOT EXISTS (SELECT 1 FROM market_changes c WHERE c.market = markets.name)
           RETURNING name)
         INSERT INTO market_changes (id, market, changed, reason)
         SELECT n.id, o.name, '{"active": {"from": false, "to": true}}', 'Opened by the demonstration'
         FROM opened o JOIN unnest($1::text[], $2::uuid[]) AS n (name, id) USING (name)`,
        [Object.keys(perCent), Object.keys(perCent).map(() => newId())],
      );
    });
    this.open.forget();
  }
}
