import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { How } from './write-files.js';

/** One save of a file. */
export interface FileSave {
  path: string;
  rev: number;
  /** Null: the file was removed. */
  bytes: Buffer | null;
  by: string;
  at: Date;
  how: How;
}

const columns = `s.path, s.rev, k.bytes, p.name AS by, s.at, s.how
  FROM draft_saves s JOIN people p ON p.id = s.by LEFT JOIN kept_files k USING (sha256)`;

@Injectable()
export class FileQueries {
  constructor(private readonly db: Database) {}

  /** The file as it is now, or as a save left it. */
  find(draftId: string, path: string, rev?: number, runner: Runner = this.db): Promise<FileSave | undefined> {
    return runner.row(
      `SELECT ${columns} WHERE s.draft_id = $1 AND s.path = $2 AND s.rev = coalesce($3, s.rev) ORDER BY s.rev DESC LIMIT 1`,
      [draftId, path, rev ?? null],
    );
  }

  /** Every save of a file, the newest first. */
  saves(draftId: string, path: string): Promise<Omit<FileSave, 'bytes'>[]> {
    return this.db.rows(
      `SELECT s.path, s.rev, p.name AS by, s.at, s.how FROM draft_saves s JOIN people p ON p.id = s.by
       WHERE s.draft_id = $1 AND s.path = $2 ORDER BY s.rev DESC LIMIT 100`,
      [draftId, path],
    );
  }
}
