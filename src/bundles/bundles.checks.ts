import type { DataCheck } from '../database/index.js';

/** What must hold between offers, codes and who claimed them. */
export const bundlesChecks: DataCheck[] = [
  {
    invariant: 'I5',
    says: 'no offer has more claims than seats',
    sql: `SELECT 'offer ' || o.name || ': ' || sum(c.quantity) || ' of ' || o.seats AS what
      FROM offers o JOIN offer_claims c ON c.offer_id = o.id AND c.released_at IS NULL
      GROUP BY o.id HAVING sum(c.quantity) > o.seats`,
  },
  {
    invariant: 'I5',
    says: 'no code has more uses than it may have, in all and per person',
    sql: `SELECT 'code ' || k.code || ': ' || count(*) || ' uses' AS what
      FROM codes k JOIN code_claims c ON c.code_id = k.id AND c.released_at IS NULL
      GROUP BY k.id HAVING count(*) > k.total_limit
      UNION ALL
      SELECT 'code ' || k.code || ': ' || count(*) || ' uses by one person'
      FROM codes k JOIN code_claims c ON c.code_id = k.id AND c.released_at IS NULL
      GROUP BY k.id, c.person_id HAVING count(*) > k.person_limit`,
  },
];
