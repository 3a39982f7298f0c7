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
    says: 'a certification was granted, by as many people as it asks for, none of them its holder',
    sql: `SELECT 'certificate ' || c.number || ' of cycle ' || c.cycle || ' without its decision' AS what
      FROM certificates c JOIN awards a ON a.id = c.award_id
      WHERE c.claim #>> '{award,kind}' = 'certification' AND NOT EXISTS (
        SELECT FROM applications p WHERE p.person_id = c.person_id AND p.award_id = c.award_id AND p.cycle = c.cycle
          AND p.status = 'granted' AND (a.requirements ->> 'eyes')::int <= (
            SELECT count(*) FROM application_decisions d WHERE d.application_id = p.id AND d.verdict = 'grant'
              AND d.ready_at = p.ready_at AND d.by <> p.person_id))`,
  },
  {
    invariant: 'I7',
    says: 'a certificate is issued once per person, award and cycle, under a number of its own',
    sql: `SELECT 'certificate ' || min(number) || ' stands ' || count(*) || ' times' AS what
      FROM certificates c WHERE NOT EXISTS (SELECT FROM certificates n WHERE n.replaces = c.id AND n.cycle = c.cycle)
      GROUP BY person_id, award_id, cycle HAVING count(*) > 1
      UNION ALL SELECT 'number ' || number || ' stands ' || count(*) || ' times' FROM certificates GROUP BY number HAVING count(*) > 1`,
  },
  {
    invariant: 'I7',
    says: 'what was issued or revoked is in the issuance log within the hours that follow, without a gap',
    sql: `SELECT 'certificate ' || c.number || ' is not in the log' AS what FROM certificates c
      WHERE c.issued_at < now() - interval '3 hours'
        AND NOT EXISTS (SELECT FROM issuance_log l WHERE l.certificate_id = c.id AND l.kind = 'issued')
      UNION ALL SELECT 'the log has ' || count(*) || ' entries and ends at ' || max(position) FROM issuance_log
      HAVING count(*) <> coalesce(max(position) + 1, 0)
      UNION ALL SELECT 'the log has entries after its last head' FROM issuance_log
      HAVING count(*) <> coalesce((SELECT max(size) FROM issuance_heads), 0)`,
  },
  {
    invariant: 'I7',
    says: 'the paper of reported hours is gone once they are decided on',
    sql: `SELECT 'paper of hours ' || h.id AS what FROM hours_papers p JOIN education_hours h ON h.id = p.hours_id
      WHERE h.status <> 'reported' AND p.deleted_at IS NULL`,
  },
];
