import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { SaleTerms } from './sale-terms.js';

/** The terms of products: the latest row of the product, or else the latest that holds for all. */
@Injectable()
export class SaleTermsQueries {
  constructor(private readonly db: Database) {}

  async of(productIds: readonly string[], runner: Runner = this.db): Promise<Map<string, SaleTerms>> {
    const rows = await runner.rows<SaleTerms & { productId: string }>(
      `SELECT p.id AS "productId", t.access_days AS "accessDays", t.plan,
         json_build_object('id', r.id, 'name', r.name, 'days', r.days, 'maxProgressPercent', r.max_progress_percent,
           'feePercent', r.fee_percent, 'feeFixed', r.fee_fixed) AS refund
       FROM unnest($1::uuid[]) AS p (id)
       CROSS JOIN LATERAL (
         SELECT * FROM sale_terms s WHERE s.product_id = p.id OR s.product_id IS NULL
         ORDER BY s.product_id NULLS LAST, s.set_at DESC, s.id DESC LIMIT 1) t
       JOIN refund_policies r ON r.id = t.refund_policy_id`,
      [productIds],
    );
    return new Map(rows.map(({ productId, ...terms }) => [productId, terms]));
  }
}
