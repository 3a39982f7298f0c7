import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { notNow } from './licence.errors.js';
import { lockOwnLicence, tellLicence } from './lock-licence.js';

/** Takes back what was not decided yet; its papers go with it. */
@Injectable()
export class WithdrawLicence {
  constructor(private readonly db: Database) {}

  /** @throws not_found, not_now */
  execute(id: string, personId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const licence = await lockOwnLicence(tx, id, personId);
      if (!['unsent', 'waiting', 'asked'].includes(licence.status)) throw notNow();
      await tx.rows(`UPDATE licences SET status = 'withdrawn' WHERE id = $1`, [id]);
      await tellLicence(tx, { licence, kind: 'withdrawn', by: personId });
    });
  }
}
