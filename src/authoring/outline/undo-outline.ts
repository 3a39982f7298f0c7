import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { nothingToUndo } from '../authoring.errors.js';
import { lockForWriting } from '../drafts/lock-draft.js';
import { type FileChange, writeFiles } from '../files/write-files.js';

/** Takes back the last change of the outline, with the files that went or came with it, by saving what was before. */
@Injectable()
export class UndoOutline {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found, draft_closed, nothing_to_undo when a file was written in since */
  execute(draftId: string, personId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await lockForWriting(tx, draftId);
      const changes = await tx.rows<FileChange & { how: string; isLast: boolean }>(
        `WITH last AS (SELECT at FROM draft_saves WHERE draft_id = $1 AND path = 'course.md' ORDER BY rev DESC LIMIT 1)
         SELECT s.path, s.rev + 1 AS rev, k.bytes, s.how,
           NOT EXISTS (SELECT FROM draft_saves n WHERE n.draft_id = $1 AND n.path = s.path AND n.rev > s.rev) AS "isLast"
         FROM draft_saves s JOIN last ON last.at = s.at
         LEFT JOIN draft_saves b ON b.draft_id = $1 AND b.path = s.path AND b.rev = s.rev - 1
         LEFT JOIN kept_files k ON k.sha256 = b.sha256
         WHERE s.draft_id = $1`,
        [draftId],
      );
      if (changes.length === 0 || changes.some(({ how, isLast }) => how !== 'outline' || !isLast))
        throw nothingToUndo();
      await writeFiles(tx, { draftId, personId, how: 'outline', changes });
      this.facts.record(tx, 'draft.outlined', { draftId, personId, act: 'undo' });
    });
  }
}
