import { Injectable } from '@nestjs/common';
import { SourceQueries } from '../../courses/index.js';
import { Database } from '../../database/index.js';
import { noSuchEdition } from '../authoring.errors.js';
import type { Move } from '../drafts/draft-state.js';
import { DraftQueries } from '../drafts/draft.queries.js';
import { baseOf } from './draft-base.js';
import { type ChangedFile, changedFiles } from './changed-files.js';

/** Something that happened to a draft. */
export interface MoveMade {
  move: Move;
  note: string;
  publishAt: Date | null;
  /** The edition that was published. */
  number: number | null;
  /** Null: the clock. */
  by: string | null;
  at: Date;
}

@Injectable()
export class ReviewQueries {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftQueries,
    private readonly sources: SourceQueries,
  ) {}

  /** In the order in which it happened. */
  moves(draftId: string): Promise<MoveMade[]> {
    return this.db.rows(
      `SELECT m.move, m.note, m.publish_at AS "publishAt", e.number, p.name AS by, m.at
       FROM draft_moves m LEFT JOIN people p ON p.id = m.by LEFT JOIN editions e ON e.id = m.edition_id
       WHERE m.draft_id = $1 ORDER BY m.id`,
      [draftId],
    );
  }

  /** Whether a person wrote in the draft: then somebody else reviews it. */
  async wrote(draftId: string, personId: string): Promise<boolean> {
    const found = await this.db.row(
      `SELECT 1 FROM draft_saves WHERE draft_id = $1 AND by = $2 AND how <> 'begun' LIMIT 1`,
      [draftId, personId],
    );
    return found !== undefined;
  }

  /** What the draft changes of the edition that it builds on. */
  async changed(draftId: string): Promise<ChangedFile[]> {
    const base = await baseOf(this.db, draftId);
    const [old, now] = await Promise.all([base ? this.sources.files(base.id) : [], this.drafts.contents(draftId)]);
    return changedFiles(old, now);
  }

  /** What differs between two editions. @throws not_found when one is not there or its files were never kept */
  async between(course: string, from: number, to: number): Promise<ChangedFile[]> {
    const [old, now] = await Promise.all([from, to].map((number) => this.sources.ofEdition(course, number)));
    if (!old || !now) throw noSuchEdition();
    const [before, after] = await Promise.all([this.sources.files(old.id), this.sources.files(now.id)]);
    return changedFiles(before, after);
  }
}
