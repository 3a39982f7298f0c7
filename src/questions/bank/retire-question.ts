import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { alreadyRetired } from './bank.errors.js';
import { lockQuestion } from './lock-question.js';

/** Takes a question out of use: no new paper draws it, running ones keep it. */
@Injectable()
export class RetireQuestion {
  constructor(private readonly db: Database) {}

  /** @throws not_found, already_retired */
  execute(pool: string, slug: string, reason: string, personId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { id, retiredAt } = await lockQuestion(tx, pool, slug);
      if (retiredAt) throw alreadyRetired();
      await tx.rows('UPDATE questions SET retired_at = now() WHERE id = $1', [id]);
      await logAction(tx, id, 'retire', reason, personId);
    });
  }
}

/** Who did it and why. */
export const logAction = (
  tx: Tx,
  questionId: string,
  action: 'retire' | 'reinstate',
  reason: string,
  personId: string,
) =>
  tx.rows('INSERT INTO question_actions (id, question_id, action, reason, by_id) VALUES ($1, $2, $3, $4, $5)', [
    ...[newId(), questionId, action, reason, personId],
  ]);
