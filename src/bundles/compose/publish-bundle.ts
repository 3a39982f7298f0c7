import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { notForSaleYet } from '../bundles.errors.js';
import { ProductQueries } from '../products/product.queries.js';
import { notSellable } from '../products/sellable.js';
import { lockBundle } from './lock-bundle.js';

/** From this instant anyone can see and buy the bundle. Publishing twice does nothing more. */
@Injectable()
export class PublishBundle {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly facts: Facts,
    private readonly products: ProductQueries,
  ) {}

  async execute(slug: string, personId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const bundle = await lockBundle(tx, slug);
      if (bundle.status === 'published') return;
      const found = await this.products.withParts([slug], tx);
      const reason = notSellable(
        found.find((product) => product.slug === slug)!,
        found,
        await this.clock.now(tx),
      );
      if (reason) throw notForSaleYet(reason);
      await tx.rows(`UPDATE products SET status = 'published' WHERE id = $1`, [bundle.id]);
      this.facts.record(tx, 'bundle.published', { productId: bundle.id, personId });
    });
  }
}
