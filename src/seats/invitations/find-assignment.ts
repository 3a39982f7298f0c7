import type { Runner } from '../../database/index.js';
import { isManager } from '../clinics/is-manager.js';
import { noAssignment } from '../seats.errors.js';
import type { WaitingSeat } from './invite-holder.js';

/** Which assignment, and who acts on it: the giver of a gift, or a manager of the clinic. */
export interface WhoseAssignment {
  assignmentId: string;
  by: string;
  /** Left out: a gift. */
  clinicId?: string;
}

export interface FoundAssignment extends WaitingSeat {
  lotId: string;
  personId: string | null;
  acceptedAt: Date | null;
  endedAt: Date | null;
}

/** @throws not_found, the same for one that does not exist and for one of somebody else */
export async function findAssignment(
  runner: Runner,
  { assignmentId, by, clinicId }: WhoseAssignment,
): Promise<FoundAssignment> {
  const found = await runner.row<FoundAssignment>(
    `SELECT a.id, a.seat_id AS "seatId", a.name, a.email, a.message, s.lot_id AS "lotId", a.person_id AS "personId",
       a.accepted_at AS "acceptedAt", a.ended_at AS "endedAt"
     FROM seat_assignments a JOIN seats s ON s.id = a.seat_id JOIN seat_lots l ON l.id = s.lot_id
     WHERE a.id = $1 AND CASE WHEN $3::uuid IS NULL THEN l.kind = 'gift' AND l.owner_id = $2
       ELSE l.clinic_id = $3 AND ${isManager('$3', '$2')} END`,
    [assignmentId, by, clinicId ?? null],
  );
  if (!found) throw noAssignment(clinicId ? 'seat' : 'gift');
  return found;
}
