import type { Tx } from '../../database/index.js';

/** Puts questions of a pool apart, by their slugs. Whom the pool does not hold is passed over; pairs stay as they are. */
export async function addEnemies(
  tx: Tx,
  poolId: string,
  pairs: { slug: string; enemy: string }[],
  { by, why }: { by: string; why: string },
): Promise<void> {
  await tx.rows(
    `INSERT INTO enemy_items (question_a, question_b, added_by, why)
     SELECT DISTINCT least(a.id, b.id), greatest(a.id, b.id), $3::uuid, $4
     FROM jsonb_to_recordset($2) AS w (slug text, enemy text)
     JOIN questions a ON a.pool_id = $1 AND a.slug = w.slug JOIN questions b ON b.pool_id = $1 AND b.slug = w.enemy
     WHERE a.id <> b.id
     ON CONFLICT ON CONSTRAINT pk_enemy_items DO NOTHING`,
    [poolId, JSON.stringify(pairs), by, why],
  );
}
