import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { notPossible, wroteThis } from '../authoring.errors.js';
import type { DraftState, Move } from '../drafts/draft-state.js';
import { lockDraft } from '../drafts/lock-draft.js';
import { writeMove } from '../drafts/write-move.js';

/** From which states a person may make a move, and whether somebody else than a writer has to. */
const rules = {
  taken_back: { from: ['in review', 'approved', 'scheduled'], byAnother: false },
  changes_asked: { from: ['in review'], byAnother: true },
  approved: { from: ['in review'], byAnother: true },
  scheduled: { from: ['approved'], byAnother: false },
  unscheduled: { from: ['scheduled'], byAnother: false },
} satisfies Partial<Record<Move, { from: DraftState[]; byAnother: boolean }>>;

export interface Moved {
  draftId: string;
  move: keyof typeof rules;
  personId: string;
  note?: string;
  publishAt?: Date;
}

/** Moves a draft through its review. Who wrote in it neither approves it nor asks for changes. */
@Injectable()
export class MoveDraft {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found, draft_state, own_review */
  execute({ draftId, move, personId, note, publishAt }: Moved): Promise<void> {
    return this.db.transaction(async (tx) => {
      const draft = await lockDraft(tx, draftId);
      const { from, byAnother } = rules[move];
      if (!(from as DraftState[]).includes(draft.state)) throw notPossible(draft.state);
      if (byAnother && (await hasWritten(tx, draftId, personId))) throw wroteThis();
      await writeMove(tx, draft, { move, by: personId, note: note ?? '', ...(publishAt && { publishAt }) });
      this.facts.record(tx, `draft.${move}`, { draftId, course: draft.course, personId });
    });
  }
}

async function hasWritten(tx: Tx, draftId: string, personId: string): Promise<boolean> {
  const found = await tx.row(`SELECT 1 FROM draft_saves WHERE draft_id = $1 AND by = $2 AND how <> 'begun' LIMIT 1`, [
    draftId,
    personId,
  ]);
  return found !== undefined;
}
