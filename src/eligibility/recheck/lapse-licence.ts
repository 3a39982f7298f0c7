import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { LicenceMails } from '../licences/licence-mails.js';
import { lockLicence, tellLicence } from '../licences/lock-licence.js';

/** Why a licence no longer stands. */
export type LapseReason = 'expired' | 'inactive';

const sentences: Record<LapseReason, string> = {
  expired: 'Its last day is over.',
  inactive: 'The register says that it is not active.',
};

/** Ends the standing of a licence. What hangs on it is suspended by whoever listens, never revoked. */
@Injectable()
export class LapseLicence {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
    private readonly mails: LicenceMails,
  ) {}

  /** Does nothing to a licence that does not stand, or that by its date still does. @throws not_found */
  execute(id: string, reason: LapseReason): Promise<void> {
    return this.db.transaction(async (tx) => {
      const licence = await lockLicence(tx, id);
      if (licence.status !== 'verified' || (reason === 'expired' && !licence.isOver)) return;
      await tx.rows(
        `UPDATE licences SET status = 'lapsed', checked_on = (now() AT TIME ZONE 'UTC')::date WHERE id = $1`,
        [id],
      );
      await tellLicence(tx, { licence, kind: 'lapsed', by: null, note: sentences[reason] });
      this.facts.record(tx, 'licence.lapsed', { personId: licence.personId, licenceId: id, reason });
      await this.mails.lapsed(tx, licence, sentences[reason]);
    });
  }
}
