import type { Tx } from '../../database/index.js';
import { noBundle } from '../bundles.errors.js';
import type { ProductStatus } from '../products/product.js';

export interface StoredBundle {
  id: string;
  slug: string;
  title: string;
  status: ProductStatus;
  summary: string;
  body: string;
  version: number;
  /** Slugs, in order. */
  courses: string[];
}

/** The bundle as it is stored, held until the end of the transaction. @throws not_found */
export async function lockBundle(tx: Tx, slug: string): Promise<StoredBundle> {
  const held = await tx.row<{ id: string }>(`SELECT id FROM products WHERE slug = $1 AND kind = 'bundle' FOR UPDATE`, [
    slug,
  ]);
  if (!held) throw noBundle();
  // A statement of its own: it sees what was committed while this one waited for the lock.
  const bundle = await tx.row<StoredBundle>(
    `SELECT p.id, p.slug, p.title, p.status, b.summary, b.body_markdown AS body, b.version,
       ARRAY(SELECT part.slug FROM bundle_courses bc JOIN products part ON part.course_id = bc.course_id
             WHERE bc.product_id = p.id ORDER BY bc.position) AS courses
     FROM products p JOIN bundles b ON b.product_id = p.id WHERE p.id = $1`,
    [held.id],
  );
  return bundle!;
}
