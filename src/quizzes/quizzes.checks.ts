import type { DataCheck } from '../database/index.js';

/** What must hold between papers, marks, results and logs. */
export const quizzesChecks: DataCheck[] = [
  {
    invariant: 'I6',
    says: 'a graded attempt has one mark for each question of its paper, and they sum to its marks',
    sql: `SELECT 'attempt ' || a.id || ' has ' || count(m.question_id) || ' marks that sum to ' || coalesce(sum(m.awarded), 0)
        || ', not ' || jsonb_array_length(a.paper) || ' that sum to ' || a.marks_awarded AS what
      FROM attempts a LEFT JOIN current_marks m ON m.attempt_id = a.id WHERE a.graded_at IS NOT NULL GROUP BY a.id
      HAVING count(m.question_id) <> jsonb_array_length(a.paper) OR coalesce(sum(m.awarded), 0) <> a.marks_awarded`,
  },
  {
    invariant: 'I6',
    says: 'who passed reached the cut without failing a critical item, and who reached it so passed',
    sql: `SELECT 'attempt ' || a.id || ' with ' || a.marks_awarded || ' of the ' || a.cut || ' to pass is '
        || CASE WHEN a.passed THEN 'passed' ELSE 'failed' END AS what
      FROM attempts a WHERE a.graded_at IS NOT NULL AND a.passed <> (a.voided_at IS NULL AND a.marks_awarded >= a.cut
        AND NOT EXISTS (SELECT FROM current_marks m WHERE m.attempt_id = a.id AND m.critical IS NOT NULL))`,
  },
  {
    invariant: 'I6',
    says: 'the log of an attempt is the one that was written',
    sql: `SELECT 'event ' || e.seq || ' of attempt ' || e.attempt_id || ' was changed' AS what FROM attempt_events e
      WHERE e.hash <> attempt_event_hash(e.prev_hash, e.attempt_id, e.seq, e.at, e.kind, e.data)
        OR e.prev_hash <> coalesce((SELECT b.hash FROM attempt_events b WHERE b.attempt_id = e.attempt_id AND b.seq = e.seq - 1), '')
        OR (e.seq > 1 AND NOT EXISTS (SELECT FROM attempt_events b WHERE b.attempt_id = e.attempt_id AND b.seq = e.seq - 1))`,
  },
];
