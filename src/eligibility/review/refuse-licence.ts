import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import { holdsLicence } from '../licences/licence.errors.js';
import { LicenceMails } from '../licences/licence-mails.js';
import type { LockedLicence } from '../licences/lock-licence.js';
import { decide, type Decision } from './decide.js';

export interface Refusal extends Decision {
  /** Whether the person cannot be eligible by any licence they have: what they paid for and may not use goes back. */
  isFinal: boolean;
}

/** Refuses a licence, or with it the person. */
@Injectable()
export class RefuseLicence {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
    private readonly mails: LicenceMails,
  ) {}

  /** @throws not_found, own_licence, already_decided, not_claimed, holds_licence */
  execute(refusal: Refusal): Promise<void> {
    return this.db.transaction(async (tx) => {
      const licence = await decide(tx, 'refused', refusal);
      await tx.rows(`UPDATE licences SET status = 'refused' WHERE id = $1`, [licence.id]);
      if (refusal.isFinal) await this.turnAway(tx, licence, refusal);
      this.facts.record(tx, 'licence.refused', { personId: licence.personId, licenceId: licence.id });
      await this.mails.refused(tx, licence, refusal);
    });
  }

  private async turnAway(tx: Tx, { id, personId }: LockedLicence, { reviewerId, reason }: Refusal): Promise<void> {
    const other = await tx.row(
      `SELECT 1 FROM licences WHERE person_id = $1 AND status = 'verified' AND expires_on >= (now() AT TIME ZONE 'UTC')::date`,
      [personId],
    );
    if (other) throw holdsLicence();
    const turned = await tx.rows(
      `INSERT INTO ineligibilities (id, person_id, licence_id, by, reason) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (person_id) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
      [newId(), personId, id, reviewerId, reason],
    );
    if (turned.length > 0) this.facts.record(tx, 'person.ineligible', { personId, licenceId: id });
  }
}
