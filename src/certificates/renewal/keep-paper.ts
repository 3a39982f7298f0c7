import type { Tx } from '../../database/index.js';
import type { KeptPaper } from '../../eligibility/index.js';

/** Puts a sealed paper to reported hours. False when they have one already. */
export async function keepPaper(tx: Tx, hoursId: string, paper: KeptPaper): Promise<boolean> {
  const { mediaType, size, keyId, wrappedKey, sealed } = paper;
  const kept = await tx.rows(
    `INSERT INTO hours_papers (hours_id, media_type, size, key_id, wrapped_key, sealed) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (hours_id) DO NOTHING RETURNING hours_id`,
    [hoursId, mediaType, size, keyId, wrappedKey, sealed],
  );
  return kept.length > 0;
}

/** Deletes what the paper of these hours says, and the links to it; that there was one stays on record. */
export async function discardPaper(tx: Tx, hoursId: string): Promise<void> {
  await tx.rows('DELETE FROM hours_paper_links WHERE hours_id = $1', [hoursId]);
  await tx.rows(
    `UPDATE hours_papers SET sealed = NULL, wrapped_key = NULL, deleted_at = now()
     WHERE hours_id = $1 AND deleted_at IS NULL`,
    [hoursId],
  );
}
