import type { DataCheck } from '../database/index.js';

/** What must hold between certificates and what was completed. */
export const certificatesChecks: DataCheck[] = [
  {
    invariant: 'I3',
    says: 'a certificate stands on completed courses',
    sql: `SELECT 'certificate ' || c.number || ' of somebody who completed nothing' AS what
      FROM certificates c
      WHERE EXISTS (SELECT FROM people p WHERE p.id = c.person_id)
        AND NOT EXISTS (SELECT FROM revocations r WHERE r.certificate_id = c.id) AND NOT EXISTS (
        SELECT FROM enrollments e WHERE e.person_id = c.person_id AND e.completed_at IS NOT NULL)`,
  },
  {
    invariant: 'I7',
    says: 'a certificate is issued once per person, award and cycle, under a number of its own',
    sql: `SELECT 'certificate ' || min(number) || ' stands ' || count(*) || ' times' AS what
      FROM certificates GROUP BY person_id, award_id, cycle HAVING count(*) > 1
      UNION ALL SELECT 'number ' || number || ' stands ' || count(*) || ' times' FROM certificates GROUP BY number HAVING count(*) > 1`,
  },
];
