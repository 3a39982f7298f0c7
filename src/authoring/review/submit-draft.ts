import { Injectable } from '@nestjs/common';
import { SourceQueries } from '../../courses/index.js';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { hasProblems, noSuchDraft, nothingChanged, notPossible } from '../authoring.errors.js';
import { isWritable } from '../drafts/draft-state.js';
import { DraftQueries } from '../drafts/draft.queries.js';
import { lockDraft } from '../drafts/lock-draft.js';
import { writeMove } from '../drafts/write-move.js';
import { CheckDraft } from '../files/check-draft.js';
import { refuseWhenMovedOn } from './draft-base.js';

/** Hands a draft to somebody else to read: it is whole, differs from what is published, and nothing is lost by it. */
@Injectable()
export class SubmitDraft {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftQueries,
    private readonly checking: CheckDraft,
    private readonly sources: SourceQueries,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found, draft_state, draft_has_problems, nothing_changed, course_moved_on */
  async execute(id: string, personId: string, note = ''): Promise<void> {
    const card = await this.drafts.find(id);
    if (!card) throw noSuchDraft();
    const { problems } = await this.checking.execute(card);
    await this.db.transaction(async (tx) => {
      const draft = await lockDraft(tx, id);
      if (!isWritable(draft.state)) throw notPossible(draft.state);
      if (problems.length > 0) throw hasProblems(problems.length);
      const newest = await refuseWhenMovedOn(tx, this.sources, draft);
      if (newest && (await this.drafts.tree(id, tx)) === newest.tree) throw nothingChanged();
      await writeMove(tx, draft, { move: 'submitted', by: personId, note });
      this.facts.record(tx, 'draft.submitted', { draftId: id, course: draft.course, personId });
    });
  }
}
