import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { enemyUnknown } from './bank.errors.js';
import { lockQuestion } from './lock-question.js';

/** Keeps two questions out of one paper: one gives the other away. */
@Injectable()
export class AddEnemy {
  constructor(private readonly db: Database) {}

  /** Saying it twice keeps the latest reason. @throws not_found, enemy_unknown */
  execute(pool: string, slug: string, { enemy, why }: { enemy: string; why: string }, personId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { id, poolId } = await lockQuestion(tx, pool, slug);
      const other = await tx.row<{ id: string }>(
        'SELECT id FROM questions WHERE pool_id = $1 AND slug = $2 AND id <> $3',
        [...[poolId, enemy, id]],
      );
      if (!other) throw enemyUnknown();
      await tx.rows(
        `INSERT INTO enemy_items (question_a, question_b, added_by, why)
         VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4)
         ON CONFLICT ON CONSTRAINT pk_enemy_items DO UPDATE SET added_by = excluded.added_by, why = excluded.why`,
        [id, other.id, personId, why],
      );
    });
  }
}
