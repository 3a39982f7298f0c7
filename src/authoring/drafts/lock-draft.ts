import type { Tx } from '../../database/index.js';
import { draftClosed, noSuchDraft } from '../authoring.errors.js';
import { type DraftState, isWritable, type Move, stateAfter } from './draft-state.js';

export interface LockedDraft {
  id: string;
  course: string;
  state: DraftState;
  /** The last move, which the next one follows. */
  last: string | null;
}

/** The draft, to oneself until the transaction ends. @throws not_found */
export async function lockDraft(tx: Tx, id: string): Promise<LockedDraft> {
  await tx.lock(`draft ${id}`);
  const row = await tx.row<{ course: string; move: Move | null; last: string | null }>(
    `SELECT d.course, m.move, m.id AS last FROM drafts d LEFT JOIN LATERAL (
       SELECT id, move FROM draft_moves WHERE draft_id = d.id ORDER BY id DESC LIMIT 1) AS m ON true WHERE d.id = $1`,
    [id],
  );
  if (!row) throw noSuchDraft();
  return { id, course: row.course, state: stateAfter(row.move), last: row.last };
}

/** The draft, open for writing. @throws not_found, draft_closed */
export async function lockForWriting(tx: Tx, id: string): Promise<LockedDraft> {
  const draft = await lockDraft(tx, id);
  if (!isWritable(draft.state)) throw draftClosed(draft.state);
  return draft;
}
