import type { DataCheck } from '../database/index.js';

/** What must hold between licences, their history and their papers. */
export const licencesChecks: DataCheck[] = [
  {
    invariant: 'I7',
    says: 'a licence that stands was approved by somebody else than its holder',
    sql: `SELECT 'licence ' || l.id || ' is ' || l.status AS what FROM licences l
      WHERE l.status IN ('verified', 'lapsed', 'replaced') AND NOT EXISTS (SELECT FROM licence_events e
        WHERE e.licence_id = l.id AND e.kind = 'approved' AND e.by <> l.person_id)`,
  },
  {
    invariant: 'I7',
    says: 'a licence is in the state that its last event left it in',
    sql: `SELECT 'licence ' || l.id || ' is ' || l.status || ' after ' || e.kind AS what FROM licences l
      JOIN LATERAL (SELECT kind FROM licence_events e WHERE e.licence_id = l.id AND e.kind <> 'sent'
        ORDER BY at DESC, id DESC LIMIT 1) e ON true
      WHERE l.status <> CASE e.kind WHEN 'entered' THEN CASE WHEN EXISTS (SELECT FROM licence_events s
          WHERE s.licence_id = l.id AND s.kind = 'sent') THEN 'waiting' ELSE 'unsent' END
        WHEN 'answered' THEN 'waiting' WHEN 'approved' THEN 'verified' ELSE e.kind END`,
  },
  {
    invariant: 'I7',
    says: 'the content of a paper is gone within the hour after its licence was decided on',
    sql: `SELECT 'paper ' || p.id || ' of a licence that is ' || l.status AS what
      FROM licence_papers p JOIN licences l ON l.id = p.licence_id
      WHERE p.deleted_at IS NULL AND l.status NOT IN ('unsent', 'waiting', 'asked')
        AND (SELECT max(at) FROM licence_events e WHERE e.licence_id = l.id) < now() - interval '1 hour'`,
  },
  {
    invariant: 'I7',
    says: 'who is not eligible holds no licence that stands',
    sql: `SELECT 'person ' || i.person_id || ' holds licence ' || l.id AS what FROM ineligibilities i
      JOIN licences l ON l.person_id = i.person_id AND l.status = 'verified'
        AND l.expires_on >= (now() AT TIME ZONE 'UTC')::date
      WHERE i.ended_at IS NULL`,
  },
];
