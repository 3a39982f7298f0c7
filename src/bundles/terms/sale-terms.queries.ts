import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { SaleTerms } from './sale-terms.js';

/**
 * The terms of products: the latest row of the product, or else the latest that holds for all; of its refund policy the
 * latest version. A fixed fee is in the currency of the market.
 */
@Injectable()
export class SaleTermsQueries {
  constructor(private readonly db: Database) {}

  async of(productIds: readonly string[], market: string, runner: Runner = this.db): Promise<Map<string, SaleTerms>> {
    const rows = await runner.rows<SaleTerms & { productId: string }>(
      `SELECT p.id AS "productId", t.access_days AS "accessDays", t.plan,
         json_build_object('id', r.id, 'name', r.name, 'days', r.days, 'maxProgressPercent', r.max_progress_percent,
           'feePercent', r.fee_percent, 'feeFixed', coalesce(f.amount, 0)) AS refund
       FROM unnest($1::uuid[]) AS p (id)
       CROSS JOIN LATERAL (
         SELECT * FROM sale_terms s WHERE s.product_id = p.id OR s.product_id IS NULL
         ORDER BY s.product_id NULLS LAST, s.set_at DESC, s.id DESC LIMIT 1) t
       JOIN refund_policies chosen ON chosen.id = t.refund_policy_id
       CROSS JOIN LATERAL (
         SELECT * FROM refund_policies r WHERE r.name = chosen.name ORDER BY r.version DESC LIMIT 1) r
       LEFT JOIN refund_policy_fees f ON f.policy_id = r.id AND f.market = $2`,
      [productIds, market],
    );
    return new Map(rows.map(({ productId, ...terms }) => [productId, terms]));
  }
}
