import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every } from '../../jobs/index.js';
import { LicenceMails } from '../licences/licence-mails.js';

interface Expiring {
  id: string;
  personId: string;
  jurisdiction: string;
  number: string;
  /** YYYY-MM-DD */
  expiresOn: string;
  days: number;
}

/** Reminds holders 60, 30 and 7 days before the last day, each once; after a missed night the next one catches up. */
@Injectable()
export class RemindHolders {
  constructor(
    private readonly db: Database,
    private readonly mails: LicenceMails,
  ) {}

  @Every('37 8 * * *', 'eligibility.remind')
  async execute(): Promise<void> {
    const due = await this.db.rows<Expiring>(
      `SELECT l.id, l.person_id AS "personId", l.jurisdiction, l.number, l.expires_on::text AS "expiresOn", step.days
       FROM licences l CROSS JOIN LATERAL (
         SELECT min(days) AS days FROM unnest(ARRAY[60, 30, 7]) AS days
         WHERE l.expires_on - (now() AT TIME ZONE 'UTC')::date <= days
       ) step
       WHERE l.status = 'verified' AND l.expires_on >= (now() AT TIME ZONE 'UTC')::date AND step.days IS NOT NULL
         AND NOT EXISTS (SELECT FROM mails m WHERE m.dedupe_key = 'licence-expiring:' || l.id || ':' || step.days)
         AND NOT EXISTS (SELECT FROM licences n WHERE n.person_id = l.person_id AND n.status = 'waiting'
           AND n.number_key = l.number_key AND n.jurisdiction = l.jurisdiction AND n.profession = l.profession)
       ORDER BY l.expires_on, l.id`,
    );
    for (const licence of due) {
      await this.db.transaction((tx) => this.mails.expiring(tx, licence, licence.days));
    }
  }
}
