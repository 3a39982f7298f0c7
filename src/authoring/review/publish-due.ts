import { Injectable } from '@nestjs/common';
import { ContentProblem } from '../../courses/index.js';
import { Database } from '../../database/index.js';
import { Every, Facts } from '../../jobs/index.js';
import { DomainError } from '../../shared/index.js';
import { lockDraft } from '../drafts/lock-draft.js';
import { writeMove } from '../drafts/write-move.js';
import { PublishDraft } from './publish-draft.js';

/** Publishes drafts when their time has come; one that cannot be published says why and waits for a person. */
@Injectable()
export class PublishDue {
  constructor(
    private readonly db: Database,
    private readonly publishing: PublishDraft,
    private readonly facts: Facts,
  ) {}

  @Every('* * * * *', 'authoring.publish-due')
  async execute(): Promise<void> {
    const due = await this.db.rows<{ id: string }>(
      `SELECT d.id FROM drafts d JOIN LATERAL (
         SELECT move, publish_at FROM draft_moves WHERE draft_id = d.id ORDER BY id DESC LIMIT 1) m ON true
       WHERE m.move = 'scheduled' AND m.publish_at <= now() ORDER BY m.publish_at`,
    );
    for (const { id } of due) {
      try {
        await this.publishing.execute(id, null);
      } catch (error) {
        if (!(error instanceof DomainError) && !(error instanceof ContentProblem)) throw error;
        await this.failed(id, error.message);
      }
    }
  }

  private failed(id: string, why: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const draft = await lockDraft(tx, id);
      if (draft.state !== 'scheduled') return;
      await writeMove(tx, draft, { move: 'failed', by: null, note: why.slice(0, 4000) });
      this.facts.record(tx, 'draft.failed', { draftId: id, course: draft.course });
    });
  }
}
