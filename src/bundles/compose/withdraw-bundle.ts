import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { lockBundle } from './lock-bundle.js';

/** From this instant nobody can buy the bundle; what was bought stays. Its prices and offers stay on record. */
@Injectable()
export class WithdrawBundle {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  async execute(slug: string, personId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const bundle = await lockBundle(tx, slug);
      if (bundle.status === 'draft') return;
      await tx.rows(`UPDATE products SET status = 'draft' WHERE id = $1`, [bundle.id]);
      this.facts.record(tx, 'bundle.withdrawn', { productId: bundle.id, personId });
    });
  }
}
