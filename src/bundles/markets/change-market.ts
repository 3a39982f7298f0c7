import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId, notFound } from '../../shared/index.js';
import { defaultStaysOpen, marketChanged } from '../bundles.errors.js';
import { type StoredMarket, storedMarket } from './market-desk.queries.js';
import type { MarketChange } from './market.schemas.js';
import { OpenMarkets } from './open-markets.js';
import { defaultMarket } from './market.js';

/** Changes how prices are shown and whether anything is sold in a market, from now on; what changed is kept. */
@Injectable()
export class ChangeMarket {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
    private readonly open: OpenMarkets,
  ) {}

  /** @throws not_found, market_changed, market_default_open */
  async execute(name: string, { version, reason, ...change }: MarketChange, personId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const stored = await tx.row<StoredMarket>(`${storedMarket} WHERE m.name = $1 FOR UPDATE`, [name]);
      if (!stored) throw notFound('market');
      if (stored.version !== version) throw marketChanged(stored.version);
      if (name === defaultMarket && change.active === false) throw defaultStaysOpen();
      const changed = differences(stored, change);
      if (Object.keys(changed).length === 0) return;
      const next = { ...stored, ...change };
      await tx.rows(
        `WITH changed AS (
           UPDATE markets SET tax = $2, show_prior_price = $3, prior_price_days = $4, cooling_off_days = $5, active = $6,
             version = version + 1 WHERE name = $1)
         INSERT INTO market_changes (id, market, changed, reason, changed_by) VALUES ($7, $1, $8, $9, $10)`,
        [
          ...[name, next.tax, next.showPriorPrice, next.priorPriceDays, next.coolingOffDays, next.active],
          ...[newId(), JSON.stringify(changed), reason, personId],
        ],
      );
      this.facts.record(tx, 'market.changed', { market: name, changed, personId });
    });
    this.open.forget();
  }
}

/** What is another value now, each with what it was: `{ tax: { from: 'none', to: 'added' } }`. */
function differences(
  stored: StoredMarket,
  change: Omit<MarketChange, 'version' | 'reason'>,
): Record<string, { from: unknown; to: unknown }> {
  const entries = Object.entries(change).filter(([, to]) => to !== undefined);
  return Object.fromEntries(
    entries
      .map(([field, to]) => [field, { from: stored[field as keyof StoredMarket], to }] as const)
      .filter(([, { from, to }]) => from !== to),
  );
}
