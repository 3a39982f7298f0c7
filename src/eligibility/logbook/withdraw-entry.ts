import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { noSuchEntry, signedAlready } from '../practice.errors.js';
import { lockEntry, stateOf } from './lock-entry.js';

/** Takes back an entry that nobody signed. Taking it back twice changes nothing. */
@Injectable()
export class WithdrawEntry {
  constructor(private readonly db: Database) {}

  /** @throws not_found, signed_already */
  async execute({ entryId, personId, reason }: { entryId: string; personId: string; reason: string }): Promise<void> {
    await this.db.transaction(async (tx) => {
      const entry = await lockEntry(tx, entryId);
      if (!entry || entry.personId !== personId) throw noSuchEntry();
      if ((await stateOf(tx, entryId)).signed) throw signedAlready();
      await tx.rows(
        `INSERT INTO logbook_withdrawals (entry_id, reason, withdrawn_by) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT pk_logbook_withdrawals DO NOTHING`,
        [entryId, reason, personId],
      );
    });
  }
}
