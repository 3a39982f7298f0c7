import type { Tx } from '../../database/index.js';
import { courseTwice, courseUnknown } from '../bundles.errors.js';

/** Makes these the courses of the bundle, in this order. */
export async function placeCourses(tx: Tx, bundleId: string, slugs: readonly string[]): Promise<void> {
  if (new Set(slugs).size < slugs.length) throw courseTwice();
  await tx.rows('DELETE FROM bundle_courses WHERE product_id = $1', [bundleId]);
  const placed = await tx.rows<{ slug: string }>(
    `WITH wanted AS (
       SELECT p.course_id, p.slug, named.position FROM unnest($2::text[]) WITH ORDINALITY AS named (slug, position)
       JOIN products p ON p.slug = named.slug AND p.kind = 'course'),
     placed AS (
       INSERT INTO bundle_courses (product_id, course_id, position) SELECT $1, course_id, position FROM wanted)
     SELECT slug FROM wanted`,
    [bundleId, slugs],
  );
  const unknown = slugs.find((slug) => !placed.some((course) => course.slug === slug));
  if (unknown !== undefined) throw courseUnknown(unknown);
}
