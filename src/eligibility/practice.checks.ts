import type { DataCheck } from '../database/index.js';
import { hashOf } from './logbook/put-version.js';
import { authorityCovers } from './preceptors/authority-sql.js';

/** What must hold between logbooks, authority and signatures. */
export const practiceChecks: DataCheck[] = [
  {
    invariant: 'I7',
    says: 'what a version of a logbook says is what was sealed',
    sql: `SELECT 'entry ' || e.id || ' version ' || v.version AS what FROM logbook_versions v JOIN logbook_entries e ON e.id = v.entry_id
      WHERE v.content_hash <> ${hashOf('v.version', 'v.content')}`,
  },
  {
    invariant: 'I7',
    says: 'nobody signed their own practical work, nor that of a learner who was never given to them',
    sql: `SELECT 'sign-off ' || s.id AS what FROM sign_offs s JOIN logbook_entries e ON e.id = s.entry_id
      WHERE e.person_id = s.preceptor_id OR NOT EXISTS (SELECT FROM preceptor_assignments a
        WHERE a.preceptor_id = s.preceptor_id AND a.learner_id = e.person_id AND a.assigned_at <= s.decided_at)`,
  },
  {
    invariant: 'I7',
    says: 'a sign-off stands on the authority of its preceptor on the day of signing',
    sql: `SELECT 'sign-off ' || s.id AS what FROM sign_offs s JOIN logbook_entries e ON e.id = s.entry_id
      JOIN preceptor_authorities a ON a.id = s.authority_id
      LEFT JOIN preceptor_authority_ends x ON x.authority_id = a.id
      WHERE a.preceptor_id <> s.preceptor_id OR e.procedure <> ALL(a.procedures) OR x.ended_at < s.decided_at
        OR (s.decided_at AT TIME ZONE e.zone)::date NOT BETWEEN a.from_on AND least(a.until_on, a.licence_until)`,
  },
  {
    invariant: 'I7',
    says: 'somebody had authority on the day of a signed procedure',
    sql: `SELECT 'sign-off ' || s.id AS what FROM sign_offs s JOIN logbook_entries e ON e.id = s.entry_id
      WHERE NOT EXISTS (SELECT FROM preceptor_authority_ends r WHERE r.authority_id = s.authority_id AND r.kind = 'revoked')
        AND NOT EXISTS (SELECT FROM preceptor_authorities a WHERE a.preceptor_id = s.preceptor_id
          AND ${authorityCovers('e.procedure', 'e.performed_on', false)})`,
  },
  {
    invariant: 'I7',
    says: 'a signed entry was told of once, and is neither signed nor refused again nor taken back',
    sql: `SELECT 'entry ' || s.entry_id AS what FROM sign_offs s WHERE s.decision = 'signed' AND (
        EXISTS (SELECT FROM logbook_withdrawals w WHERE w.entry_id = s.entry_id)
        OR EXISTS (SELECT FROM sign_offs o WHERE o.entry_id = s.entry_id AND o.version > s.version))
      UNION ALL SELECT 'person ' || e.person_id || ': ' || e.procedure FROM sign_offs s JOIN logbook_entries e ON e.id = s.entry_id
      WHERE s.decision = 'signed' GROUP BY e.person_id, e.procedure
      HAVING count(*) <> (SELECT count(*) FROM facts f WHERE f.name = 'practice.signed'
        AND f.data ->> 'personId' = e.person_id::text AND f.data ->> 'procedure' = e.procedure)`,
  },
];
