import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { type Product, productColumns, productParameters, type ProductRow, toProduct } from './product.js';

@Injectable()
export class ProductQueries {
  constructor(private readonly db: Database) {}

  /** These products, whatever their status, and the products of the courses inside the bundles among them. One query. */
  async withParts(slugs: readonly string[], runner: Runner = this.db): Promise<Product[]> {
    return this.read(
      runner,
      `WITH asked AS (SELECT id FROM products WHERE slug = ANY($3))
       SELECT ${productColumns} FROM products p
       WHERE p.id IN (
         SELECT id FROM asked
         UNION
         SELECT part.id FROM asked
         JOIN bundle_courses bc ON bc.product_id = asked.id
         JOIN products part ON part.course_id = bc.course_id)`,
      [slugs],
    );
  }

  /** All that is on sale: bundles first, then courses, each in the order in which they came. */
  published(runner: Runner = this.db): Promise<Product[]> {
    return this.read(
      runner,
      `SELECT ${productColumns} FROM products p WHERE p.status = 'published' ORDER BY p.kind, p.created_at, p.id`,
    );
  }

  private async read(runner: Runner, sql: string, parameters: unknown[] = []): Promise<Product[]> {
    const rows = await runner.rows<ProductRow>(sql, [...productParameters, ...parameters]);
    return rows.map(toProduct);
  }
}
