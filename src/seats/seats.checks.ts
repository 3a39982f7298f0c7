import type { DataCheck } from '../database/index.js';

/** What must hold between bought seats, whom they are for, and what these may study. */
export const seatsChecks: DataCheck[] = [
  {
    invariant: 'I3',
    says: 'no more seats of an order line are assigned than were bought',
    sql: `SELECT 'line ' || l.source_id || ': ' || count(a.id) || ' assigned of ' || l.quantity AS what
      FROM seat_lots l JOIN seats s ON s.lot_id = l.id JOIN seat_assignments a ON a.seat_id = s.id AND a.ended_at IS NULL
      GROUP BY l.id HAVING count(a.id) > l.quantity`,
  },
  {
    invariant: 'I3',
    says: 'access by a seat that has not ended belongs to whoever holds the seat',
    sql: `SELECT 'grant ' || g.id || ' of ' || coalesce('assignment ' || a.id, 'no assignment') AS what
      FROM grants g JOIN enrollments e ON e.id = g.enrollment_id LEFT JOIN seat_assignments a ON a.id::text = g.source_id
      WHERE g.source_kind = 'seat' AND g.ended_at IS NULL
        AND (a.ended_at IS NOT NULL OR a.person_id IS DISTINCT FROM e.person_id)`,
  },
];
