import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { notNow } from './licence.errors.js';
import { lockOwnLicence, tellLicence } from './lock-licence.js';

/** Answers what a reviewer asked: the licence waits for a decision again, as a new round. */
@Injectable()
export class AnswerQuestion {
  constructor(private readonly db: Database) {}

  /** @throws not_found, not_now */
  execute(id: string, personId: string, answer: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const licence = await lockOwnLicence(tx, id, personId);
      if (licence.status !== 'asked') throw notNow();
      const round = licence.round + 1;
      await tx.rows(`UPDATE licences SET status = 'waiting', waiting_since = now(), round = $2 WHERE id = $1`, [
        id,
        round,
      ]);
      await tellLicence(tx, { licence: { id, round }, kind: 'answered', by: personId, note: answer });
    });
  }
}
