import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { enemyUnknown } from './bank.errors.js';
import { lockQuestion } from './lock-question.js';

/** Lets two questions stand in one paper again. */
@Injectable()
export class RemoveEnemy {
  constructor(private readonly db: Database) {}

  /** @throws not_found, enemy_unknown */
  execute(pool: string, slug: string, enemy: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { id, poolId } = await lockQuestion(tx, pool, slug);
      const gone = await tx.rows(
        `DELETE FROM enemy_items e USING questions o WHERE o.pool_id = $2 AND o.slug = $3
           AND e.question_a = least($1::uuid, o.id) AND e.question_b = greatest($1::uuid, o.id) RETURNING o.id`,
        [id, poolId, enemy],
      );
      if (gone.length === 0) throw enemyUnknown();
    });
  }
}
