import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

export interface PublicPage {
  path: string;
  changedAt: Date;
}

/** As many as a map of a site may hold. */
const most = 50_000;

@Injectable()
export class PublicPageQueries {
  constructor(private readonly db: Database) {}

  /** Articles, and what is on sale, with when each changed last; the newest first. */
  list(): Promise<PublicPage[]> {
    return this.db.rows(
      `SELECT '/articles/' || slug AS path, max(published_at) AS "changedAt" FROM articles GROUP BY slug
       UNION ALL
       SELECT '/courses/' || c.slug, e.published_at FROM courses c JOIN editions e ON e.id = c.current_edition_id
         JOIN products p ON p.course_id = c.id AND p.status = 'published'
       UNION ALL
       SELECT '/bundles/' || p.slug, coalesce(b.edited_at, p.created_at)
       FROM products p JOIN bundles b ON b.product_id = p.id WHERE p.status = 'published'
       ORDER BY 2 DESC, 1 LIMIT ${most}`,
    );
  }
}
