import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { seatIsFree, seatStands } from '../lots/standing.js';
import { noClinic } from '../seats.errors.js';
import { isManager } from './is-manager.js';

export interface Clinic {
  id: string;
  name: string;
}

export interface ManagedClinic extends Clinic {
  /** Seats that were bought and not taken back. */
  bought: number;
  /** Of these, held for nobody. */
  free: number;
}

export interface ClinicManager {
  personId: string;
  name: string;
  email: string;
  addedAt: Date;
}

export interface WaitingManager {
  id: string;
  email: string;
  invitedAt: Date;
}

@Injectable()
export class ClinicQueries {
  constructor(private readonly db: Database) {}

  /** By name. */
  managedBy(personId: string, runner: Runner = this.db): Promise<ManagedClinic[]> {
    return runner.rows(
      `SELECT c.id, c.name, count(s.id) AS bought, count(s.id) FILTER (WHERE s."isFree") AS free
       FROM clinics c JOIN clinic_managers m ON m.clinic_id = c.id AND m.person_id = $1 AND m.ended_at IS NULL
       LEFT JOIN LATERAL (
         SELECT s.id, ${seatIsFree} AS "isFree" FROM seat_lots l JOIN seats s ON s.lot_id = l.id
         WHERE l.clinic_id = c.id AND ${seatStands}) s ON true
       GROUP BY c.id ORDER BY lower(c.name), c.id`,
      [personId],
    );
  }

  /** A clinic for somebody who manages it. @throws not_found, the same for one that does not exist */
  async managed(clinicId: string, personId: string, runner: Runner = this.db): Promise<Clinic> {
    const clinic = await runner.row<Clinic>(
      `SELECT c.id, c.name FROM clinics c WHERE c.id = $1 AND ${isManager('c.id', '$2')}`,
      [clinicId, personId],
    );
    if (!clinic) throw noClinic();
    return clinic;
  }

  managers(clinicId: string): Promise<ClinicManager[]> {
    return this.db.rows(
      `SELECT p.id AS "personId", p.name, p.email, m.added_at AS "addedAt"
       FROM clinic_managers m JOIN people p ON p.id = m.person_id
       WHERE m.clinic_id = $1 AND m.ended_at IS NULL ORDER BY m.added_at, m.id`,
      [clinicId],
    );
  }

  waitingManagers(clinicId: string): Promise<WaitingManager[]> {
    return this.db.rows(
      `SELECT id, email, invited_at AS "invitedAt" FROM manager_invitations
       WHERE clinic_id = $1 AND accepted_at IS NULL AND ended_at IS NULL ORDER BY invited_at, id`,
      [clinicId],
    );
  }
}
