import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Licence, licenceColumns } from '../licences/licence.queries.js';

export interface WaitingLicence extends Licence {
  waitingSince: Date;
  round: number;
  /** Taken by the one who asks. */
  mine: boolean;
}

@Injectable()
export class ReviewQueries {
  constructor(private readonly db: Database) {}

  /** The oldest first; what the reviewer may not decide on, and what another has taken, is not there. */
  queue(reviewerId: string): Promise<WaitingLicence[]> {
    return this.db.rows<WaitingLicence>(
      `SELECT ${licenceColumns}, l.waiting_since AS "waitingSince", l.round, c.reviewer_id IS NOT NULL AS mine
       FROM licences l JOIN professions f ON f.slug = l.profession
       LEFT JOIN licence_claims c ON c.licence_id = l.id AND c.until >= now()
       WHERE l.status = 'waiting' AND l.person_id <> $1 AND (c.reviewer_id IS NULL OR c.reviewer_id = $1)
       ORDER BY l.waiting_since, l.id LIMIT 200`,
      [reviewerId],
    );
  }
}
