import { Injectable } from '@nestjs/common';
import { ImportBundles } from '../../bundles/index.js';
import { type ContentFolder, ImportContent, SourceQueries } from '../../courses/index.js';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { ImportQuizzes } from '../../quizzes/index.js';
import { hasProblems, noSuchDraft, notPossible } from '../authoring.errors.js';
import { DraftQueries } from '../drafts/draft.queries.js';
import { lockDraft } from '../drafts/lock-draft.js';
import { writeMove } from '../drafts/write-move.js';
import { CheckDraft } from '../files/check-draft.js';
import { refuseWhenMovedOn } from './draft-base.js';

/** Makes an approved draft the next edition, by the verbs that import a folder, in one transaction. */
@Injectable()
export class PublishDraft {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftQueries,
    private readonly checking: CheckDraft,
    private readonly sources: SourceQueries,
    private readonly editions: ImportContent,
    private readonly quizzes: ImportQuizzes,
    private readonly products: ImportBundles,
    private readonly facts: Facts,
  ) {}

  /**
   * `personId` is null when the clock publishes. @returns the number of the edition
   * @throws not_found, draft_state, draft_has_problems, course_moved_on, ContentProblem
   */
  async execute(id: string, personId: string | null): Promise<number> {
    const card = await this.drafts.find(id);
    if (!card) throw noSuchDraft();
    const { content, problems } = await this.checking.execute(card);
    return this.db.transaction(async (tx) => {
      const draft = await lockDraft(tx, id);
      const ready = personId === null ? ['scheduled'] : ['approved', 'scheduled'];
      if (!ready.includes(draft.state)) throw notPossible(draft.state);
      if (!content) throw hasProblems(problems.length);
      await tx.lock('courses.import');
      await refuseWhenMovedOn(tx, this.sources, draft);
      await this.bring(tx, content);
      const { editionId, number } = (await this.sources.newest(draft.course, tx))!;
      await writeMove(tx, draft, { move: 'published', by: personId, editionId });
      this.facts.record(tx, 'draft.published', { draftId: id, course: draft.course, editionId });
      return number;
    });
  }

  private async bring(tx: Parameters<ImportContent['within']>[0], content: ContentFolder): Promise<void> {
    await this.editions.within(tx, content, 'desk');
    await this.quizzes.within(tx, content);
    await this.products.within(tx, content);
  }
}
