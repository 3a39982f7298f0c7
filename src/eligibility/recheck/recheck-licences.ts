import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every } from '../../jobs/index.js';
import { isOver } from '../licences/lock-licence.js';
import { type AskedLicence, LicenceRegistry } from '../registry/licence-registry.js';
import { LapseLicence } from './lapse-licence.js';

interface Due extends AskedLicence {
  id: string;
  isOver: boolean;
}

/** Looks at every licence that stands, each night: at its last day, then in the register. */
@Injectable()
export class RecheckLicences {
  constructor(
    private readonly db: Database,
    private readonly registry: LicenceRegistry,
    private readonly lapsing: LapseLicence,
  ) {}

  /** Shortly after the day has ended in UTC. A register that does not answer changes nothing. */
  @Every('7 0 * * *', 'eligibility.recheck')
  async execute(): Promise<void> {
    for (let after = ''; ;) {
      const due = await this.db.rows<Due>(
        `SELECT l.id, l.profession, l.jurisdiction, l.number, ${isOver} AS "isOver" FROM licences l
         WHERE l.status = 'verified' AND l.id::text > $1 ORDER BY l.id::text LIMIT 500`,
        [after],
      );
      for (const licence of due) await this.check(licence);
      if (due.length === 0) return;
      after = due.at(-1)!.id;
    }
  }

  private async check(licence: Due): Promise<void> {
    if (licence.isOver) return this.lapsing.execute(licence.id, 'expired');
    const { status } = await this.registry.lookUp(licence);
    if (status === 'inactive') return this.lapsing.execute(licence.id, 'inactive');
    if (status === 'active') {
      await this.db.rows(
        `UPDATE licences SET checked_on = (now() AT TIME ZONE 'UTC')::date WHERE id = $1 AND status = 'verified'`,
        [licence.id],
      );
    }
  }
}
