import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { claimedByAnother } from '../licences/licence.errors.js';
import { lockWaiting } from './decide.js';

/** Minutes a reviewer has for a licence before another may take it. */
export const claimMinutes = 30;

/** Takes a licence to review it, so that two do not look at the same. Taking it again gives the time anew. */
@Injectable()
export class ClaimLicence {
  constructor(private readonly db: Database) {}

  /** @throws not_found, own_licence, already_decided, claimed_by_another */
  execute(licenceId: string, reviewerId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await lockWaiting(tx, licenceId, reviewerId);
      const taken = await tx.rows(
        `INSERT INTO licence_claims AS c (licence_id, reviewer_id, until)
         VALUES ($1, $2, now() + make_interval(mins => ${claimMinutes}))
         ON CONFLICT ON CONSTRAINT pk_licence_claims DO UPDATE SET reviewer_id = excluded.reviewer_id, until = excluded.until
           WHERE c.reviewer_id = excluded.reviewer_id OR c.until < now() RETURNING c.until`,
        [licenceId, reviewerId],
      );
      if (taken.length === 0) throw claimedByAnother();
    });
  }
}
