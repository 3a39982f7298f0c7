import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { notLatest, ownApproval } from './bank.errors.js';
import { lockQuestion } from './lock-question.js';

/** Lets the latest version of a question be drawn. Whoever wrote it does not approve it. */
@Injectable()
export class ApproveVersion {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found, version_changed, own_approval */
  execute(pool: string, slug: string, version: number, personId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { id: questionId, latest } = await lockQuestion(tx, pool, slug);
      if (latest.number !== version || latest.approved) throw notLatest();
      if (latest.authorId === personId) throw ownApproval();
      await tx.rows('INSERT INTO approvals (question_version_id, approved_by) VALUES ($1, $2)', [latest.id, personId]);
      this.facts.record(tx, 'question.approved', { questionId, versionId: latest.id, personId });
    });
  }
}
