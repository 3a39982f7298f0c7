import type { Tx } from '../../database/index.js';

/** A seat that is somebody's, accepted or not. */
export interface HeldSeat {
  /** Of the assignment: what its grants name as their source. */
  id: string;
  personId: string | null;
  /** Of the account that accepted it, else as whoever assigned it typed them. */
  name: string;
  email: string;
}

/** Who holds the seats of a lot, or of these of its seats, in one order. */
export function heldBy(tx: Tx, lotId: string, seatIds?: string[]): Promise<HeldSeat[]> {
  return tx.rows(
    `SELECT a.id, a.person_id AS "personId", coalesce(p.name, a.name) AS name, coalesce(p.email, a.email) AS email
     FROM seats s JOIN seat_assignments a ON a.seat_id = s.id AND a.ended_at IS NULL
     LEFT JOIN people p ON p.id = a.person_id
     WHERE s.lot_id = $1 AND ($2::uuid[] IS NULL OR s.id = ANY($2)) ORDER BY a.id`,
    [lotId, seatIds ?? null],
  );
}
