import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { type Product, productColumns, type ProductRow, toProduct } from './product.js';
import { defaultMarket } from '../markets/market.js';
import { type Cards, readCards } from './product-card.js';

export interface ProductName {
  id: string;
  slug: string;
  title: string;
  /** Of a product that is one course. */
  courseId: string | null;
}

@Injectable()
export class ProductQueries {
  constructor(private readonly db: Database) {}

  /** These products, whatever their status, and the products of the courses inside the bundles among them. One query. */
  async withParts(slugs: readonly string[], runner: Runner = this.db, market = defaultMarket): Promise<Product[]> {
    const rows = await runner.rows<ProductRow>(
      `WITH asked AS (SELECT id FROM products WHERE slug = ANY($2))
       SELECT ${productColumns} FROM products p
       WHERE p.id IN (
         SELECT id FROM asked
         UNION
         SELECT part.id FROM asked
         JOIN bundle_courses bc ON bc.product_id = asked.id
         JOIN products part ON part.course_id = bc.course_id)`,
      [market, slugs],
    );
    return rows.map(toProduct);
  }

  /** All that is on sale: bundles first, then courses, each in the order in which they came. */
  published(market = defaultMarket, runner: Runner = this.db): Promise<Cards> {
    return readCards(runner, market, `WHERE p.status = 'published' ORDER BY p.kind, p.created_at, p.id`);
  }

  /** Every product, drafts too. */
  all(market = defaultMarket, runner: Runner = this.db): Promise<Cards> {
    return readCards(runner, market, 'ORDER BY p.kind, p.created_at, p.id');
  }

  /** Every bundle, drafts too, newest first. */
  bundles(market = defaultMarket, runner: Runner = this.db): Promise<Cards> {
    return readCards(runner, market, `WHERE p.kind = 'bundle' ORDER BY p.created_at DESC, p.id DESC`);
  }

  /** The courses that can stand in a bundle. */
  courses(runner: Runner = this.db): Promise<{ id: string; slug: string; title: string }[]> {
    return runner.rows(
      `SELECT course_id AS id, slug, title FROM products WHERE kind = 'course' ORDER BY created_at, id`,
    );
  }

  /** What everything is called that was ever sold. */
  names(runner: Runner = this.db): Promise<ProductName[]> {
    return runner.rows<ProductName>('SELECT id, slug, title, course_id AS "courseId" FROM products');
  }
}
