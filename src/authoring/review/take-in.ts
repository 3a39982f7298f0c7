import { Injectable } from '@nestjs/common';
import { type SourceFile, SourceQueries } from '../../courses/index.js';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { DraftQueries } from '../drafts/draft.queries.js';
import { lockForWriting } from '../drafts/lock-draft.js';
import { mergeLines } from '../files/merge-lines.js';
import { type FileChange, writeFiles } from '../files/write-files.js';
import { baseOf } from './draft-base.js';

/** What became of the files: those that both changed where they meet stay as the draft has them, for a person to look at. */
export interface TakenIn {
  taken: string[];
  left: string[];
}

/** Brings into a draft what was published since it began. */
@Injectable()
export class TakeIn {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftQueries,
    private readonly sources: SourceQueries,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found, draft_closed */
  execute(draftId: string, personId: string): Promise<TakenIn> {
    return this.db.transaction(async (tx) => {
      const { course } = await lockForWriting(tx, draftId);
      const [base, newest] = [await baseOf(tx, draftId), await this.sources.newest(course, tx)];
      if (!newest || newest.tree === base?.tree) return { taken: [], left: [] };
      const { changes, left } = await this.changes(tx, draftId, base?.id, newest.id);
      await writeFiles(tx, { draftId, personId, how: 'taken_in', changes });
      await tx.rows(
        `INSERT INTO draft_bases (draft_id, number, source_id)
         SELECT $1, coalesce(max(number), 0) + 1, $2 FROM draft_bases WHERE draft_id = $1`,
        [draftId, newest.id],
      );
      this.facts.record(tx, 'draft.taken_in', { draftId, course, personId, sourceId: newest.id });
      return { taken: changes.map(({ path }) => path), left };
    });
  }

  private async changes(tx: Tx, draftId: string, baseId: string | undefined, newestId: string) {
    const old = byPath(baseId ? await this.sources.files(baseId, tx) : []);
    const theirs = byPath(await this.sources.files(newestId, tx));
    const mine = byPath(await this.drafts.contents(draftId, tx));
    const revs = await this.drafts.revs(draftId, tx);
    const changes: FileChange[] = [];
    const left: string[] = [];
    for (const path of new Set([...old.keys(), ...theirs.keys()])) {
      const [was, is, ours] = [old.get(path), theirs.get(path), mine.get(path)];
      if (same(was, is) || same(ours, is)) continue;
      const merged = same(ours, was) ? (is ?? null) : both(was, ours, is);
      if (merged === undefined) left.push(path);
      else changes.push({ path, rev: (revs.get(path) ?? 0) + 1, bytes: merged });
    }
    return { changes, left };
  }
}

const byPath = (files: SourceFile[]) => new Map(files.map(({ path, bytes }) => [path, bytes]));
const same = (a: Buffer | undefined, b: Buffer | undefined) => (a && b ? a.equals(b) : a === b);

function both(was: Buffer | undefined, ours: Buffer | undefined, is: Buffer | undefined): Buffer | undefined {
  if (!was || !ours || !is) return undefined;
  const merged = mergeLines(was.toString(), ours.toString(), is.toString());
  return merged === undefined ? undefined : Buffer.from(merged);
}
