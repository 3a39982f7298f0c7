import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Clock } from '../../shared/index.js';
import { bundleChanged, notForSaleYet } from '../bundles.errors.js';
import { ProductQueries } from '../products/product.queries.js';
import { notSellable } from '../products/sellable.js';
import type { BundleChange } from './bundle.schemas.js';
import { storedOtherwise } from './edit-conflict.js';
import { lockBundle, type StoredBundle } from './lock-bundle.js';
import { placeCourses } from './place-courses.js';
import { renderBody } from './render-body.js';

/** Changes what a bundle says and contains. An editor who did not see the stored version overwrites nothing. */
@Injectable()
export class ComposeBundle {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly products: ProductQueries,
  ) {}

  async execute(slug: string, change: BundleChange, personId: string): Promise<{ version: number }> {
    return this.db.transaction(async (tx) => {
      const bundle = await lockBundle(tx, slug);
      const differing = storedOtherwise(bundle, change);
      if (Object.keys(differing).length === 0) return { version: bundle.version };
      if (change.version !== bundle.version) throw bundleChanged(differing, bundle.version);
      return this.store(tx, bundle, change, personId);
    });
  }

  private async store(tx: Tx, bundle: StoredBundle, change: BundleChange, personId: string) {
    const { title = bundle.title, summary = bundle.summary, body = bundle.body } = change;
    if (title !== bundle.title) await tx.rows('UPDATE products SET title = $2 WHERE id = $1', [bundle.id, title]);
    const changed = await tx.row<{ version: number }>(
      `UPDATE bundles SET summary = $2, body_markdown = $3, body_html = coalesce($4, body_html),
         version = version + 1, edited_by = $5, edited_at = now()
       WHERE product_id = $1 RETURNING version`,
      [bundle.id, summary, body, body === bundle.body ? null : renderBody(body), personId],
    );
    if (change.courses) await placeCourses(tx, bundle.id, change.courses);
    if (bundle.status === 'published') await this.stillSellable(tx, bundle.slug);
    return changed!;
  }

  private async stillSellable(tx: Tx, slug: string): Promise<void> {
    const found = await this.products.withParts([slug], tx);
    const reason = notSellable(
      found.find((product) => product.slug === slug)!,
      found,
      await this.clock.now(tx),
    );
    if (reason) throw notForSaleYet(reason);
  }
}
