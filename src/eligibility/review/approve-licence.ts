import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { lapsedMeanwhile, licenceTaken } from '../licences/licence.errors.js';
import { LicenceMails } from '../licences/licence-mails.js';
import { type LockedLicence, tellLicence } from '../licences/lock-licence.js';
import { decide, type Decision } from './decide.js';

/** Finds that paper and data agree: the licence stands from now on, in place of the one it renews. */
@Injectable()
export class ApproveLicence {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
    private readonly mails: LicenceMails,
  ) {}

  /** @throws not_found, own_licence, already_decided, not_claimed, licence_lapsed, licence_taken */
  execute(decision: Decision): Promise<void> {
    return this.db.transaction(async (tx) => {
      const licence = await decide(tx, 'approved', decision);
      if (licence.isOver) throw lapsedMeanwhile();
      await this.replaceOlder(tx, licence);
      try {
        await tx.rows(
          `UPDATE licences SET status = 'verified', checked_on = (now() AT TIME ZONE 'UTC')::date WHERE id = $1`,
          [licence.id],
        );
      } catch (error) {
        throw isUniqueViolation(error, 'uq_licences_standing') ? licenceTaken() : error;
      }
      await tx.rows('UPDATE ineligibilities SET ended_at = now() WHERE person_id = $1 AND ended_at IS NULL', [
        licence.personId,
      ]);
      this.facts.record(tx, 'licence.verified', { personId: licence.personId, licenceId: licence.id });
      await this.mails.verified(tx, licence);
    });
  }

  private async replaceOlder(tx: Tx, { personId, profession, jurisdiction, number }: LockedLicence): Promise<void> {
    const older = await tx.rows<{ id: string; round: number }>(
      `UPDATE licences SET status = 'replaced' WHERE person_id = $1 AND profession = $2 AND jurisdiction = $3
         AND number_key = upper(regexp_replace($4, '[^A-Za-z0-9]', '', 'g')) AND status = 'verified' RETURNING id, round`,
      [personId, profession, jurisdiction, number],
    );
    for (const licence of older) await tellLicence(tx, { licence, kind: 'replaced', by: null });
  }
}
