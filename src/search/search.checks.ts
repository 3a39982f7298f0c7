import type { DataCheck } from '../database/index.js';

export const searchChecks: DataCheck[] = [
  {
    invariant: 'I3',
    says: 'every lesson, article, edition and bundle can be found under its title',
    sql: `SELECT kind || ' ' || key AS what FROM (
        SELECT 'lesson' AS kind, id::text AS key, title FROM lessons
        UNION ALL SELECT 'course', id::text, title FROM editions
        UNION ALL SELECT 'bundle', p.id::text, p.title FROM products p JOIN bundles b ON b.product_id = p.id
        UNION ALL SELECT * FROM (SELECT DISTINCT ON (slug) 'article', slug, title FROM articles ORDER BY slug, number DESC) a
      ) AS there FULL JOIN search_documents d USING (kind, key) WHERE there.title IS DISTINCT FROM d.title`,
  },
];
