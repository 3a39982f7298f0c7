import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every } from '../../jobs/index.js';
import { LicenceMails } from './licence-mails.js';
import { lockLicence, tellLicence } from './lock-licence.js';

/** Days a learner has for an answer; then the licence is withdrawn for them, so that no paper lies here for ever. */
const patience = 60;

/** Withdraws licences whose question nobody answered. They can be entered again. */
@Injectable()
export class CloseUnanswered {
  constructor(
    private readonly db: Database,
    private readonly mails: LicenceMails,
  ) {}

  @Every('22 3 * * *', 'eligibility.close-unanswered')
  async execute(): Promise<void> {
    const due = await this.db.rows<{ id: string }>(
      `SELECT l.id FROM licences l WHERE l.status = 'asked'
         AND (SELECT max(at) FROM licence_events e WHERE e.licence_id = l.id) < now() - make_interval(days => ${patience})
       ORDER BY l.id`,
    );
    for (const { id } of due) await this.close(id);
  }

  private close(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const licence = await lockLicence(tx, id);
      if (licence.status !== 'asked') return;
      await tx.rows(`UPDATE licences SET status = 'withdrawn' WHERE id = $1`, [id]);
      await tellLicence(tx, { licence, kind: 'withdrawn', by: null, note: `No answer within ${patience} days.` });
      await this.mails.unanswered(tx, licence);
    });
  }
}
