import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { LicenceMails } from '../licences/licence-mails.js';
import { decide, type Decision } from './decide.js';

/** Asks the learner something: the licence waits for them, and for reviewers again once they answered. */
@Injectable()
export class AskLearner {
  constructor(
    private readonly db: Database,
    private readonly mails: LicenceMails,
  ) {}

  /** @throws not_found, own_licence, already_decided, not_claimed */
  execute(decision: Decision): Promise<void> {
    return this.db.transaction(async (tx) => {
      const licence = await decide(tx, 'asked', decision);
      await tx.rows(`UPDATE licences SET status = 'asked' WHERE id = $1`, [licence.id]);
      await this.mails.asked(tx, licence, decision.reason);
    });
  }
}
