import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId, notFound } from '../../shared/index.js';
import { refused } from '../bundles.errors.js';
import type { NewTerms } from './terms.schemas.js';

/**
 * Says on which terms a course or bundle is sold from now on, or, without a slug, everything that says nothing else.
 * Orders keep the terms they were placed under.
 */
@Injectable()
export class SetSaleTerms {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found, policy_unknown */
  async execute(slug: string | null, terms: NewTerms, personId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const known = await tx.row<{ productId: string | null; policyId: string | null }>(
        `SELECT (SELECT id FROM products WHERE slug = $1) AS "productId",
           (SELECT id FROM refund_policies WHERE name = $2 ORDER BY version DESC LIMIT 1) AS "policyId"`,
        [slug, terms.refundPolicy],
      );
      const { productId, policyId } = known!;
      if (slug !== null && !productId) throw notFound('product');
      if (!policyId) throw refused('policy_unknown', 'refundPolicy', 'There is no refund policy of this name.');
      await tx.rows(
        `INSERT INTO sale_terms (id, product_id, refund_policy_id, access_days, plan, reason, set_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[newId(), productId, policyId, terms.accessDays],
          ...[terms.plan && JSON.stringify(terms.plan), terms.reason, personId],
        ],
      );
      this.facts.record(tx, 'sale-terms.set', { productId, policyId, personId });
    });
  }
}
