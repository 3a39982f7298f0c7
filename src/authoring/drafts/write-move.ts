import type { Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import type { Move } from './draft-state.js';
import type { LockedDraft } from './lock-draft.js';

interface NewMove {
  move: Move;
  /** Null when the clock did it. */
  by: string | null;
  note?: string;
  publishAt?: Date;
  editionId?: string;
}

/** Writes what happens to a draft behind what happened before. */
export async function writeMove(tx: Tx, draft: LockedDraft, { move, by, note, publishAt, editionId }: NewMove) {
  await tx.rows(
    `INSERT INTO draft_moves (id, draft_id, follows, move, note, publish_at, edition_id, by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), draft.id, draft.last, move, note ?? '', publishAt ?? null, editionId ?? null, by],
  );
}
