import type { DataCheck } from '../database/index.js';

/** What must hold between packages and what learners saved in them. */
export const packagesChecks: DataCheck[] = [
  {
    invariant: 'I6',
    says: 'what a package saved was saved one after the other, and nothing of it is missing',
    sql: `SELECT 'registration ' || registration_id || ', item ' || item || ' has ' || count(*) || ' saves up to ' || max(rev) AS what
      FROM package_states GROUP BY registration_id, item HAVING count(*) <> max(rev)`,
  },
];
