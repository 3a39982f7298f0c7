import type { DataCheck } from '../database/index.js';

export const searchChecks: DataCheck[] = [
  {
    invariant: 'I3',
    says: 'every lesson, article, edition and bundle can be found under its title, and free lessons by everybody',
    sql: `SELECT kind || ' ' || key AS what FROM (
        SELECT 'lesson' AS kind, id::text AS key, title, preview AS free FROM lessons
        UNION ALL SELECT 'course', id::text, title, false FROM editions
        UNION ALL SELECT 'bundle', p.id::text, p.title, false FROM products p JOIN bundles b ON b.product_id = p.id
        UNION ALL SELECT * FROM (SELECT DISTINCT ON (slug) 'article', slug, title, false FROM articles ORDER BY slug, number DESC) a
      ) AS there FULL JOIN search_documents d USING (kind, key) WHERE (there.title, there.free) IS DISTINCT FROM (d.title, d.free)`,
  },
];
