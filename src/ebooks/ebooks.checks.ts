import type { DataCheck } from '../database/index.js';

/** What must hold between the books that were asked for and what was agreed to. */
export const ebooksChecks: DataCheck[] = [
  {
    invariant: 'I3',
    says: 'an address that was confirmed for a book stands with the consents that it gave, and no other does',
    sql: `SELECT 'request ' || r.id AS what FROM ebook_requests r
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE purpose = 'delivery') AS delivery,
        count(*) FILTER (WHERE purpose = 'news') AS news FROM ebook_consents c WHERE c.request_id = r.id) c
      WHERE c.delivery <> (r.confirmed_at IS NOT NULL)::int OR c.news <> (r.confirmed_at IS NOT NULL AND r.news)::int`,
  },
];
