import { Injectable } from '@nestjs/common';
import type { ContentFolder } from '../../courses/index.js';
import { Database, isUniqueViolation, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import { slugTaken } from '../bundles.errors.js';
import { type FirstPrice, setFirstPrices } from '../offers/set-first-prices.js';
import { placeCourses } from './place-courses.js';

type BundleContent = ContentFolder['bundles'][number];

/**
 * Puts what a content folder teaches on sale: every course alone, and its bundles, each with its first list price.
 * A later import brings new texts to bundles that nobody edited here; it never changes a price.
 */
@Injectable()
export class ImportBundles {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  async execute(content: Pick<ContentFolder, 'courses' | 'bundles'>): Promise<void> {
    await this.db.transaction((tx) => this.within(tx, content));
  }

  /** The same in an open transaction. */
  async within(tx: Tx, content: Pick<ContentFolder, 'courses' | 'bundles'>): Promise<void> {
    await tx.lock('bundles.import');
    await this.courses(tx, content.courses);
    for (const bundle of content.bundles) await this.bundle(tx, bundle);
    const priced: FirstPrice[] = [...content.courses, ...content.bundles].map(({ slug, listPrice }) => ({
      slug,
      listPrice,
    }));
    await setFirstPrices(tx, this.facts, priced);
  }

  private async courses(tx: Tx, courses: ContentFolder['courses']): Promise<void> {
    const slugs = courses.map((course) => course.slug);
    await tx
      .rows(
        `INSERT INTO products (id, kind, slug, title, course_id, status)
         SELECT given.id, 'course', c.slug, given.title, c.id, 'published'
         FROM unnest($1::uuid[], $2::text[], $3::text[]) AS given (id, slug, title) JOIN courses c ON c.slug = given.slug
         ON CONFLICT (course_id) DO UPDATE SET title = excluded.title WHERE products.title <> excluded.title`,
        [slugs.map(newId), slugs, courses.map((course) => course.title)],
      )
      .catch((error: unknown) => {
        if (isUniqueViolation(error, 'uq_products_slug')) throw slugTaken(slugs.join(', '));
        throw error;
      });
  }

  private async bundle(tx: Tx, bundle: BundleContent): Promise<void> {
    await tx.rows(
      `INSERT INTO products (id, kind, slug, title, status) VALUES ($1, 'bundle', $2, $3, 'published')
       ON CONFLICT (slug) DO NOTHING`,
      [newId(), bundle.slug, bundle.title],
    );
    const product = await tx.row<{ id: string }>(
      `SELECT id FROM products WHERE slug = $1 AND kind = 'bundle' FOR UPDATE`,
      [bundle.slug],
    );
    if (!product) throw slugTaken(bundle.slug);
    const text = [bundle.summary, bundle.bodyMarkdown, bundle.bodyHtml, bundle.contentHash];
    const changed = await tx.row(
      `INSERT INTO bundles AS b (product_id, summary, body_markdown, body_html, content_hash) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (product_id) DO UPDATE SET summary = excluded.summary, body_markdown = excluded.body_markdown,
         body_html = excluded.body_html, content_hash = excluded.content_hash, version = b.version + 1
       WHERE b.edited_at IS NULL AND b.content_hash IS DISTINCT FROM excluded.content_hash
       RETURNING 1`,
      [product.id, ...text],
    );
    if (!changed) return;
    await tx.rows('UPDATE products SET title = $2 WHERE id = $1', [product.id, bundle.title]);
    await placeCourses(tx, product.id, bundle.courses);
  }
}
