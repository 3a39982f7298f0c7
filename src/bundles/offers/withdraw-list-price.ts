import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { notFound } from '../../shared/index.js';
import { priceBegun } from '../bundles.errors.js';
import type { PriceWithdrawal } from './price.schemas.js';

/** Takes back a list price that was set for later and has not begun. The row and its withdrawal both stay on record. */
@Injectable()
export class WithdrawListPrice {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  async execute(priceId: string, { reason }: PriceWithdrawal, personId: string): Promise<{ product: string }> {
    try {
      return await this.db.transaction(async (tx) => {
        const price = await tx.row<{ product: string; productId: string; begun: boolean }>(
          `SELECT p.slug AS product, p.id AS "productId", l.effective_at <= clock_timestamp() AS begun
           FROM list_prices l JOIN products p ON p.id = l.product_id WHERE l.id = $1 FOR UPDATE OF p`,
          [priceId],
        );
        if (!price) throw notFound('list price');
        const { product, productId } = price;
        if (price.begun) throw priceBegun();
        const withdrawn = await tx.row(
          `INSERT INTO list_price_withdrawals (list_price_id, reason, withdrawn_by) VALUES ($1, $2, $3)
           ON CONFLICT DO NOTHING RETURNING 1`,
          [priceId, reason, personId],
        );
        if (withdrawn) this.facts.record(tx, 'price.withdrawn', { priceId, productId, personId });
        return { product };
      });
    } catch (error) {
      // It began between the check and the commit: the database's clock decides.
      if ((error as { constraint?: string }).constraint === 'tg_list_price_withdrawals_in_time') throw priceBegun();
      throw error;
    }
  }
}
