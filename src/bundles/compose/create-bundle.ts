import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { slugTaken } from '../bundles.errors.js';
import type { NewBundle } from './bundle.schemas.js';
import { placeCourses } from './place-courses.js';
import { renderBody } from './render-body.js';

/** A new bundle, as a draft: nobody can see or buy it before it is priced and published. */
@Injectable()
export class CreateBundle {
  constructor(private readonly db: Database) {}

  async execute(bundle: NewBundle, personId: string): Promise<{ slug: string }> {
    const html = renderBody(bundle.body);
    return this.db.transaction(async (tx) => {
      const created = await tx.row<{ id: string }>(
        `INSERT INTO products (id, kind, slug, title, status) VALUES ($1, 'bundle', $2, $3, 'draft')
         ON CONFLICT (slug) DO NOTHING RETURNING id`,
        [newId(), bundle.slug, bundle.title],
      );
      if (!created) throw slugTaken(bundle.slug);
      await tx.rows(
        `INSERT INTO bundles (product_id, summary, body_markdown, body_html, edited_by, edited_at)
         VALUES ($1, $2, $3, $4, $5, now())`,
        [created.id, bundle.summary, bundle.body, html, personId],
      );
      await placeCourses(tx, created.id, bundle.courses);
      return { slug: bundle.slug };
    });
  }
}
