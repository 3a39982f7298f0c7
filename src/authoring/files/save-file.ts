import { Injectable } from '@nestjs/common';
import { isCourseFile } from '../../courses/index.js';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { DomainError } from '../../shared/index.js';
import { fileNameRefused, fileTooLarge } from '../authoring.errors.js';
import { lockForWriting } from '../drafts/lock-draft.js';
import { FileQueries, type FileSave } from './file.queries.js';
import { keepEnds } from './keep-ends.js';
import { plainEnds } from './lines.js';
import { mergeLines } from './merge-lines.js';
import { writeFiles } from './write-files.js';

export interface Typed {
  draftId: string;
  path: string;
  /** The save that the writer had before them; 0 for a file that is not there yet. */
  rev: number;
  text: string;
  personId: string;
  /** Both changes brought together after a conflict. */
  merged?: boolean;
}

/** What stands there now, and both changes brought together where they are apart. */
export interface FileConflict {
  rev: number;
  by: string;
  theirs: string;
  merged: string | undefined;
}

/** Somebody saved in between: nothing was overwritten. */
export class FileChanged extends DomainError {
  constructor(readonly conflict: FileConflict) {
    super('file_changed', `${conflict.by} saved this file in between. Nothing was overwritten: look at both texts.`, {
      kind: 'conflict',
      data: { ...conflict },
    });
  }
}

const largest = 1_000_000;

/** Saves a text file of a draft as its next revision. Lines that nobody touched stay as they are, byte by byte. */
@Injectable()
export class SaveFile {
  constructor(
    private readonly db: Database,
    private readonly files: FileQueries,
    private readonly facts: Facts,
  ) {}

  /** @returns the file's revision. @throws not_found, draft_closed, file_name_refused, file_too_large, FileChanged */
  execute(typed: Typed): Promise<number> {
    const { draftId, path, rev, personId } = typed;
    if (!isCourseFile(path) || /\.(png|jpg|webp)$/.test(path)) throw fileNameRefused();
    return this.db.transaction(async (tx) => {
      await lockForWriting(tx, draftId);
      const now = await this.files.find(draftId, path, undefined, tx);
      const base = rev === now?.rev ? now : await this.files.find(draftId, path, rev, tx);
      const text = keepEnds(textOf(base), typed.text);
      if (Buffer.byteLength(text) > largest) throw fileTooLarge();
      if (now && text === textOf(now)) return now.rev;
      if (rev !== (now?.rev ?? 0)) throw conflictOf(now!, base, typed.text);
      const change = { path, rev: rev + 1, bytes: Buffer.from(text) };
      await writeFiles(tx, { draftId, personId, how: typed.merged ? 'merged' : 'written', changes: [change] });
      this.facts.record(tx, 'draft.saved', { draftId, path, rev: String(change.rev), personId });
      return change.rev;
    });
  }
}

export const textOf = (save: Pick<FileSave, 'bytes'> | undefined): string => save?.bytes?.toString('utf8') ?? '';

function conflictOf(now: FileSave, base: FileSave | undefined, typed: string): FileChanged {
  const theirs = plainEnds(textOf(now));
  const merged = base && mergeLines(plainEnds(textOf(base)), plainEnds(typed), theirs);
  return new FileChanged({ rev: now.rev, by: now.by, theirs, merged });
}
