import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { notPossible } from '../authoring.errors.js';
import { isEnded } from './draft-state.js';
import { lockDraft } from './lock-draft.js';
import { writeMove } from './write-move.js';

/** Puts a draft away. Everything that was written in it stays on record. */
@Injectable()
export class DiscardDraft {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found, draft_state */
  execute(id: string, personId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const draft = await lockDraft(tx, id);
      if (isEnded(draft.state)) throw notPossible(draft.state);
      await writeMove(tx, draft, { move: 'discarded', by: personId });
      this.facts.record(tx, 'draft.discarded', { draftId: id, course: draft.course, personId });
    });
  }
}
