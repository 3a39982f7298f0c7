import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { alreadyEntered, licenceExpired, tooManyLicences, unknownProfession } from './licence.errors.js';
import type { LicenceData } from './licence.schemas.js';
import { tellLicence } from './lock-licence.js';

/** Licences of one person that nobody decided on yet. */
const mostOpen = 20;

/** Takes down what a learner says of a licence. It goes to the reviewers with its paper. */
@Injectable()
export class EnterLicence {
  constructor(private readonly db: Database) {}

  /** @returns the licence's id. @throws profession_unknown, licence_expired, already_entered, too_many_licences */
  execute(personId: string, data: LicenceData): Promise<string> {
    return this.db.transaction(async (tx) => {
      const seen = await tx.row<{ known: boolean; over: boolean; open: number }>(
        `SELECT EXISTS (SELECT FROM professions WHERE slug = $1) AS known,
           $2::date < (now() AT TIME ZONE 'UTC')::date AS over,
           (SELECT count(*)::int FROM licences WHERE person_id = $3 AND status IN ('unsent', 'waiting', 'asked')) AS open`,
        [data.profession, data.expiresOn, personId],
      );
      if (!seen!.known) throw unknownProfession();
      if (seen!.over) throw licenceExpired();
      if (seen!.open >= mostOpen) throw tooManyLicences();
      const id = newId();
      try {
        await tx.rows(
          `INSERT INTO licences (id, person_id, profession, jurisdiction, number, holder_name, npi, expires_on, status)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'unsent')`,
          [
            ...[id, personId, data.profession, data.jurisdiction, data.number, data.holderName, data.npi],
            data.expiresOn,
          ],
        );
      } catch (error) {
        throw isUniqueViolation(error, 'uq_licences_open') ? alreadyEntered() : error;
      }
      await tellLicence(tx, { licence: { id, round: 1 }, kind: 'entered', by: personId });
      return id;
    });
  }
}
