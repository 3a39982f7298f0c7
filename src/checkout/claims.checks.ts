import type { DataCheck } from '../database/index.js';

const claims = `(SELECT holder_id, kept_at, released_at FROM offer_claims UNION ALL
  SELECT holder_id, kept_at, released_at FROM code_claims) c`;

/** What must hold between orders and what they hold of offers and codes. */
export const claimChecks: DataCheck[] = [
  {
    invariant: 'I5',
    says: 'an order that was paid keeps what its price counted on, and one that expired holds none of it',
    sql: `SELECT 'order ' || o.number || ' is ' || o.status AS what FROM orders o JOIN ${claims} ON c.holder_id = o.id
      WHERE (o.settled_at IS NOT NULL AND c.kept_at IS NULL) OR (o.status = 'expired' AND c.released_at IS NULL)`,
  },
  // Orders from before claims were kept hold none.
  {
    invariant: 'I5',
    says: 'an order whose price counts on an offer holds a seat of it, or let it go',
    sql: `SELECT 'order ' || o.number AS what FROM orders o,
        jsonb_path_query(o.quote, '$.lines[*].reasons[*].offerId') AS offer
      WHERE o.created_at > (SELECT min(claimed_at) FROM offer_claims)
        AND NOT EXISTS (SELECT FROM offer_claims c WHERE c.holder_id = o.id AND c.offer_id::text = offer #>> '{}')`,
  },
];
