import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { draftChanged } from '../authoring.errors.js';
import { DraftQueries } from '../drafts/draft.queries.js';
import { lockForWriting } from '../drafts/lock-draft.js';
import { type FileChange, writeFiles } from '../files/write-files.js';
import { readCourseZip } from './read-course-zip.js';

interface Import {
  draftId: string;
  zip: Buffer;
  personId: string;
  /** How many saves the draft had when its writer looked; left out where nobody looked. */
  seen?: number | undefined;
}

/** Makes the files of an archive those of a draft. What is the same stays; what the archive does not hold is removed. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftQueries,
    private readonly facts: Facts,
  ) {}

  /** @returns the paths that changed. @throws not_found, draft_closed, draft_changed, zip_refused */
  execute({ draftId, zip, personId, seen }: Import): Promise<string[]> {
    return this.db.transaction(async (tx) => {
      const { course } = await lockForWriting(tx, draftId);
      const files = await readCourseZip(zip, course);
      if (seen !== undefined && seen !== (await this.drafts.saves(draftId, tx))) throw draftChanged();
      const now = new Map((await this.drafts.contents(draftId, tx)).map(({ path, bytes }) => [path, bytes]));
      const revs = await this.drafts.revs(draftId, tx);
      const next = (path: string) => (revs.get(path) ?? 0) + 1;
      const given = new Set(files.map(({ path }) => path));
      const changes: FileChange[] = [
        ...files
          .filter(({ path, bytes }) => !now.get(path)?.equals(bytes))
          .map(({ path, bytes }) => ({ path, rev: next(path), bytes })),
        ...[...now.keys()].filter((path) => !given.has(path)).map((path) => ({ path, rev: next(path), bytes: null })),
      ];
      await writeFiles(tx, { draftId, personId, how: 'imported', changes });
      this.facts.record(tx, 'draft.imported', { draftId, course, personId });
      return changes.map(({ path }) => path);
    });
  }
}
