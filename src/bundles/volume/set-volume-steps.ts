import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import { refused } from '../bundles.errors.js';
import { lockProduct } from '../offers/lock-product.js';
import type { NewVolume } from '../terms/terms.schemas.js';

/** Says how much less many seats of a product cost in a market, from now on. */
@Injectable()
export class SetVolumeSteps {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found, market_unknown, volume_not_rising */
  async execute(slug: string, { market, steps, reason }: NewVolume, personId: string): Promise<void> {
    const rises = steps.every((step, index) => {
      const before = steps[index - 1];
      return !before || (step.quantity > before.quantity && step.percent > before.percent);
    });
    if (!rises)
      throw refused('volume_not_rising', 'steps', 'Each step needs more seats and more percent than the one before.');
    await this.db.transaction(async (tx) => {
      const { id: productId, history } = await lockProduct(tx, slug, market);
      await tx.rows(
        `INSERT INTO volume_steps (id, product_id, market, steps, reason, set_by) VALUES ($1, $2, $3, $4, $5, $6)`,
        [newId(), productId, history.market.name, JSON.stringify(steps), reason, personId],
      );
      this.facts.record(tx, 'volume.set', { productId, market: history.market.name, steps, personId });
    });
  }
}
