import { createHash } from 'node:crypto';
import type { Tx } from '../../database/index.js';
import { keepFiles, sha256Of } from '../../media/index.js';
import { newId } from '../../shared/index.js';
import type { ContentFolder, SourceFile } from '../content-reader/index.js';

/** By which way content came in: a folder that was imported, or a draft that was published. */
export type Door = 'folder' | 'desk';

/** One hash of files, by their paths and bytes. */
export const treeOf = (files: SourceFile[]): string => {
  const lines = files.map(({ path, bytes }) => `${path}\0${sha256Of(bytes)}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
};

/** Keeps what was brought beside the edition it stands for; nothing where the same came last by the same door. */
export async function recordSources(tx: Tx, sources: ContentFolder['sources'], door: Door): Promise<void> {
  for (const { base, files } of sources) {
    const id = newId();
    const written = await tx.row(
      `WITH given AS (
         SELECT $2::text AS base, $3::text AS door, $4::text AS tree,
           (SELECT current_edition_id FROM courses WHERE 'courses/' || slug = $2) AS edition_id)
       INSERT INTO content_sources (id, base, door, tree, edition_id)
       SELECT $1, base, door, given.tree, given.edition_id FROM given LEFT JOIN LATERAL (
         SELECT s.tree, s.edition_id FROM content_sources s
         WHERE s.base = given.base AND s.door = given.door ORDER BY s.id DESC LIMIT 1) AS last ON true
       WHERE (given.tree, given.edition_id) IS DISTINCT FROM (last.tree, last.edition_id)
       RETURNING 1`,
      [id, base, door, treeOf(files)],
    );
    if (!written) continue;
    await keepFiles(
      tx,
      files.map(({ bytes }) => bytes),
    );
    await tx.rows(
      `INSERT INTO content_source_files (source_id, path, sha256)
       SELECT $1, * FROM unnest($2::text[], $3::text[])`,
      [id, files.map(({ path }) => path), files.map(({ bytes }) => sha256Of(bytes))],
    );
  }
}
