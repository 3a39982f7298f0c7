import type { Tx } from '../../database/index.js';
import { keepFiles, sha256Of } from '../../media/index.js';
import { newId } from '../../shared/index.js';

export type How = 'begun' | 'written' | 'merged' | 'outline' | 'imported' | 'taken_in' | 'picture';

export interface FileChange {
  path: string;
  /** The revision that this save makes. */
  rev: number;
  /** Null removes the file from the draft. */
  bytes: Buffer | null;
}

export interface Saves {
  draftId: string;
  personId: string;
  how: How;
  changes: FileChange[];
}

/** Writes saves of files; what was there before stays as a row of its own. */
export async function writeFiles(tx: Tx, { draftId, personId, how, changes }: Saves): Promise<void> {
  if (changes.length === 0) return;
  await keepFiles(
    tx,
    changes.flatMap(({ bytes }) => bytes ?? []),
  );
  await tx.rows(
    `INSERT INTO draft_saves (id, draft_id, path, rev, sha256, how, by)
     SELECT id, $1, path, rev, sha256, $2, $3
     FROM unnest($4::uuid[], $5::text[], $6::int[], $7::text[]) AS given (id, path, rev, sha256)`,
    [
      ...[draftId, how, personId, changes.map(() => newId()), changes.map(({ path }) => path)],
      ...[changes.map(({ rev }) => rev), changes.map(({ bytes }) => bytes && sha256Of(bytes))],
    ],
  );
}
