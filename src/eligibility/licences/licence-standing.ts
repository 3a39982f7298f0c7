import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';

/** A licence that a person checked and that stands. */
export interface StandingLicence {
  id: string;
  profession: string;
  jurisdiction: string;
  number: string;
  /** YYYY-MM-DD, the last day on which it stands: until the end of that day in UTC. */
  expiresOn: string;
  /** YYYY-MM-DD, the last review or re-check. */
  checkedOn: string;
  npi: string | null;
}

/** Says which licences of a person stand at an instant. */
@Injectable()
export class LicenceStanding {
  constructor(private readonly db: Database) {}

  of(personId: string, now: Date, runner: Runner = this.db): Promise<StandingLicence[]> {
    return runner.rows<StandingLicence>(
      `SELECT id, profession, jurisdiction, number, expires_on::text AS "expiresOn", checked_on::text AS "checkedOn", npi
       FROM licences WHERE person_id = $1 AND status = 'verified' AND expires_on >= ($2::timestamptz AT TIME ZONE 'UTC')::date
       ORDER BY expires_on DESC, id`,
      [personId, now],
    );
  }
}
