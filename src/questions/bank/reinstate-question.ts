import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { notRetired } from './bank.errors.js';
import { lockQuestion } from './lock-question.js';
import { logAction } from './retire-question.js';

/** Takes a retired question back into use. */
@Injectable()
export class ReinstateQuestion {
  constructor(private readonly db: Database) {}

  /** @throws not_found, not_retired */
  execute(pool: string, slug: string, reason: string, personId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { id, retiredAt } = await lockQuestion(tx, pool, slug);
      if (!retiredAt) throw notRetired();
      await tx.rows('UPDATE questions SET retired_at = NULL WHERE id = $1', [id]);
      await logAction(tx, id, 'reinstate', reason, personId);
    });
  }
}
