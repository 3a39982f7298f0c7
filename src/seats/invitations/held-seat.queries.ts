import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** A seat that somebody accepted, as they see it themselves. */
export interface OwnSeat {
  id: string;
  title: string;
  /** Who gave it: a person, or a clinic. */
  giver: string;
  acceptedAt: Date;
  /** When it stopped telling the clinic about their study. */
  sharingEndedAt: Date | null;
  endedAt: Date | null;
}

@Injectable()
export class HeldSeatQueries {
  constructor(private readonly db: Database) {}

  /** What this person accepted, newest first. */
  of(personId: string, kind: 'gift' | 'clinic'): Promise<OwnSeat[]> {
    return this.db.rows(
      `SELECT a.id, l.title, coalesce(c.name, p.name) AS giver, a.accepted_at AS "acceptedAt",
         a.sharing_ended_at AS "sharingEndedAt", a.ended_at AS "endedAt"
       FROM seat_assignments a JOIN seats s ON s.id = a.seat_id JOIN seat_lots l ON l.id = s.lot_id
       JOIN people p ON p.id = l.owner_id LEFT JOIN clinics c ON c.id = l.clinic_id
       WHERE a.person_id = $1 AND l.kind = $2 ORDER BY a.accepted_at DESC`,
      [personId, kind],
    );
  }
}
