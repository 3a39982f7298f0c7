import type { ErasureHold, ErasureStep } from '../database/index.js';

const address = '(SELECT lower(email) FROM people WHERE id = $1)';

export const certificatesErasure: ErasureStep[] = [
  {
    what: 'directory_listings: ended',
    sql: 'UPDATE directory_listings SET ended_at = now() WHERE person_id = $1 AND ended_at IS NULL',
  },
  {
    what: 'packets: withdrawn, without who got them',
    sql: `UPDATE packets SET recipient = 'Erased', withdrawn_at = coalesce(withdrawn_at, now()) WHERE person_id = $1`,
  },
  {
    what: 'packet_openings: where from',
    sql: 'DELETE FROM packet_openings WHERE packet_id IN (SELECT id FROM packets WHERE person_id = $1)',
  },
  {
    what: 'certificate_cases: what they wrote, and what they were answered',
    sql: `UPDATE certificate_cases SET text = 'Erased', contact = NULL,
        answer = CASE WHEN answer IS NULL THEN NULL ELSE 'Erased' END,
        wanted = CASE WHEN wanted IS NULL THEN NULL ELSE 'Erased' END
      WHERE by = $1 OR lower(contact) = ${address}`,
  },
  {
    what: 'applications: those that are pending, withdrawn',
    sql: `UPDATE applications SET status = 'withdrawn', closed_at = now() WHERE person_id = $1 AND status IN ('open', 'ready')`,
  },
  {
    what: 'evaluations: the answers',
    sql: `UPDATE evaluations SET answers = '{}' WHERE person_id = $1`,
  },
  {
    what: 'hours_papers: the content',
    sql: `UPDATE hours_papers SET sealed = NULL, wrapped_key = NULL, deleted_at = coalesce(deleted_at, now())
      WHERE hours_id IN (SELECT id FROM education_hours WHERE person_id = $1)`,
  },
  {
    what: 'education_hours: what was attended elsewhere',
    sql: `UPDATE education_hours SET title = 'Erased', provider = 'Erased',
        reason = CASE WHEN reason IS NULL THEN NULL ELSE 'Erased' END
      WHERE person_id = $1 AND enrollment_id IS NULL`,
  },
];

export const certificatesHolds: ErasureHold[] = [
  {
    says: 'A case that you opened is not answered yet. Withdraw it, or wait for the answer.',
    sql: `SELECT 1 FROM certificate_cases WHERE by = $1 AND decided_at IS NULL AND withdrawn_at IS NULL LIMIT 1`,
  },
];
