import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { ProductStatus } from '../products/product.js';

/** What a bundle says and contains, as those who run it see it. */
export interface AdminBundle {
  id: string;
  slug: string;
  title: string;
  status: ProductStatus;
  summary: string;
  body: string;
  version: number;
  editedBy: string | null;
  editedAt: Date | null;
  courses: { slug: string; title: string }[];
  /** Courses that could be added. */
  others: { slug: string; title: string }[];
}

@Injectable()
export class AdminBundleQueries {
  constructor(private readonly db: Database) {}

  /** In one query. */
  bySlug(slug: string): Promise<AdminBundle | undefined> {
    return this.db.row<AdminBundle>(
      `SELECT p.id, p.slug, p.title, p.status, b.summary, b.body_markdown AS body, b.version, b.edited_at AS "editedAt",
         (SELECT name FROM people WHERE id = b.edited_by) AS "editedBy",
         (SELECT coalesce(json_agg(json_build_object('slug', part.slug, 'title', part.title) ORDER BY bc.position), '[]')
          FROM bundle_courses bc JOIN products part ON part.course_id = bc.course_id WHERE bc.product_id = p.id) AS courses,
         (SELECT coalesce(json_agg(json_build_object('slug', other.slug, 'title', other.title) ORDER BY other.created_at, other.id), '[]')
          FROM products other WHERE other.kind = 'course' AND NOT EXISTS (
            SELECT 1 FROM bundle_courses bc WHERE bc.product_id = p.id AND bc.course_id = other.course_id)) AS others
       FROM products p JOIN bundles b ON b.product_id = p.id WHERE p.slug = $1`,
      [slug],
    );
  }
}
