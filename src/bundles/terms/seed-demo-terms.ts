import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Config, newId } from '../../shared/index.js';

const demo = {
  product: 'cosmetic-injector-certification',
  plan: { instalments: 3, everyMonths: 1, graceDays: 7 },
  steps: [
    { quantity: 5, percent: 15 },
    { quantity: 10, percent: 30 },
    { quantity: 25, percent: 40 },
  ],
};
const reason = 'Demonstration';

/** Lets the bundle of a demonstration be paid in instalments, and by clinics for many seats. Once, if nobody set terms. */
@Injectable()
export class SeedDemoTerms {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  async execute(): Promise<void> {
    if (!this.config.demo) return;
    await this.db.transaction(async (tx) => {
      await tx.lock('bundles.demo');
      await tx.rows(
        `INSERT INTO sale_terms (id, product_id, refund_policy_id, plan, reason)
         SELECT $2, p.id, all_products.refund_policy_id, $3, $4 FROM products p CROSS JOIN LATERAL (
           SELECT refund_policy_id FROM sale_terms WHERE product_id IS NULL ORDER BY set_at DESC, id DESC LIMIT 1) all_products
         WHERE p.slug = $1 AND NOT EXISTS (SELECT 1 FROM sale_terms old WHERE old.product_id = p.id)`,
        [demo.product, newId(), JSON.stringify(demo.plan), reason],
      );
      await tx.rows(
        `INSERT INTO volume_steps (id, product_id, market, steps, reason)
         SELECT $2, p.id, 'default', $3, $4 FROM products p
         WHERE p.slug = $1 AND NOT EXISTS (SELECT 1 FROM volume_steps old WHERE old.product_id = p.id)`,
        [demo.product, newId(), JSON.stringify(demo.steps), reason],
      );
    });
  }
}
