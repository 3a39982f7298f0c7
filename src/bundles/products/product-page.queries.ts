import { Injectable } from '@nestjs/common';
import type { OutlineModule } from '../../courses/index.js';
import { Database } from '../../database/index.js';
import { defaultMarket } from '../markets/market.js';
import { cardColumns, type CardRow, cardTables, type ProductCard, toCard } from './product-card.js';

/** What a course teaches, from its current edition. */
export interface Taught {
  editionId: string;
  number: number;
  audience: string;
  objectives: string[];
  outline: OutlineModule[];
  introHtml: string;
  /** `2026-11-15` */
  reviewedOn: string;
  reviewedBy: string;
}

/** One product with all its page shows. A bundle has `bodyHtml`, a course `taught`. */
export interface ProductDetail extends ProductCard {
  bodyHtml: string | null;
  taught: Taught | null;
}

/** As it was at one instant of the database's clock. */
export interface ProductWithRelated {
  at: Date;
  product: ProductDetail;
  /** Of a bundle: its courses in order. Of a course: the bundles on sale that contain it. */
  related: ProductDetail[];
}

@Injectable()
export class ProductPageQueries {
  constructor(private readonly db: Database) {}

  /** A product and its relations in one query. The status is for the caller to judge. */
  async bySlug(
    kind: ProductCard['kind'],
    slug: string,
    market = defaultMarket,
  ): Promise<ProductWithRelated | undefined> {
    const rows = await this.db.rows<CardRow & Pick<ProductDetail, 'bodyHtml' | 'taught'>>(
      `WITH asked AS (SELECT id, course_id FROM products WHERE kind = $2 AND slug = $3)
       SELECT ${cardColumns}, b.body_html AS "bodyHtml",
         (SELECT json_build_object('editionId', e.id, 'number', e.number, 'audience', e.audience, 'objectives', e.objectives,
            'outline', e.outline, 'introHtml', e.intro_html, 'reviewedOn', e.reviewed_on, 'reviewedBy', e.reviewed_by)
          FROM courses c JOIN editions e ON e.id = c.current_edition_id WHERE c.id = p.course_id) AS taught
       FROM ${cardTables}
       WHERE p.id IN (
         SELECT id FROM asked
         UNION ALL
         SELECT part.id FROM asked JOIN bundle_courses bc ON bc.product_id = asked.id
         JOIN products part ON part.course_id = bc.course_id
         UNION ALL
         SELECT whole.id FROM asked JOIN bundle_courses bc ON bc.course_id = asked.course_id
         JOIN products whole ON whole.id = bc.product_id AND whole.status = 'published')
       ORDER BY p.created_at, p.id`,
      [market, kind, slug],
    );
    const details = rows.map((row) => toCard(row) as ProductDetail);
    const product = details.find((detail) => detail.kind === kind && detail.slug === slug);
    if (!product) return undefined;
    const others = details.filter((detail) => detail !== product);
    const related = product.kind === 'course' ? others : inOrder(product.courseIds, others);
    return { at: rows[0]!.now, product, related };
  }
}

const inOrder = (courseIds: string[], parts: ProductDetail[]): ProductDetail[] =>
  courseIds.flatMap((id) => parts.find((part) => part.courseId === id) ?? []);
