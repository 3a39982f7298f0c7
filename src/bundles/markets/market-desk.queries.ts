import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { Market } from './market.js';

export interface StoredMarket extends Market {
  version: number;
}

export interface MarketChangeRow {
  changedAt: Date;
  changedBy: string | null;
  reason: string;
  changed: Record<string, { from: unknown; to: unknown }>;
}

/** A market as those who run it see it. */
export interface DeskMarket extends StoredMarket {
  /** Published products that have a list price there now. */
  priced: number;
}

export const storedMarket = `
  SELECT m.name, m.label, m.currency, m.tax, m.show_prior_price AS "showPriorPrice", m.prior_price_days AS "priorPriceDays",
    m.cooling_off_days AS "coolingOffDays", m.countries, m.active, m.version
  FROM markets m`;

@Injectable()
export class MarketDeskQueries {
  constructor(private readonly db: Database) {}

  all(): Promise<DeskMarket[]> {
    return this.read('', []);
  }

  async byName(name: string): Promise<DeskMarket | undefined> {
    return (await this.read('WHERE s.name = $1', [name]))[0];
  }

  /** What was changed, the latest first. */
  changesOf(name: string): Promise<MarketChangeRow[]> {
    return this.db.rows<MarketChangeRow>(
      `SELECT c.changed_at AS "changedAt", p.name AS "changedBy", c.reason, c.changed
       FROM market_changes c LEFT JOIN people p ON p.id = c.changed_by
       WHERE c.market = $1 ORDER BY c.changed_at DESC, c.id DESC LIMIT 100`,
      [name],
    );
  }

  private read(where: string, parameters: string[]): Promise<DeskMarket[]> {
    return this.db.rows<DeskMarket>(
      `SELECT s.*, (SELECT count(*)::int FROM products p WHERE p.status = 'published' AND EXISTS (
           SELECT 1 FROM list_prices l WHERE l.product_id = p.id AND l.market = s.name AND l.effective_at <= now()
             AND NOT EXISTS (SELECT 1 FROM list_price_withdrawals w WHERE w.list_price_id = l.id))) AS priced
       FROM (${storedMarket}) s JOIN markets m USING (name) ${where} ORDER BY m.position`,
      parameters,
    );
  }
}
