import type { Tx } from '../../database/index.js';
import type { EntryContent } from './entry.schemas.js';

/** SQL: what is signed of an entry `e`: all that it says and whose it is, as one hash. */
export const hashOf = (version: string, content: string): string => `encode(sha256(convert_to(jsonb_build_object(
  'entry', e.id, 'person', e.person_id, 'procedure', e.procedure, 'performedOn', e.performed_on,
  'version', ${version}, 'content', ${content})::text, 'UTF8')), 'hex')`;

interface NewVersion {
  entryId: string;
  version: number;
  content: EntryContent;
  why: string | null;
  by: string;
}

/** Appends a version of an entry with the hash that a signature names. */
export async function putVersion(tx: Tx, { entryId, version, content, why, by }: NewVersion): Promise<void> {
  await tx.rows(
    `INSERT INTO logbook_versions (entry_id, version, content, content_hash, why, written_by)
     SELECT e.id, $2::integer, $3::jsonb, ${hashOf('$2::integer', '$3::jsonb')}, $4, $5 FROM logbook_entries e WHERE e.id = $1`,
    [entryId, version, JSON.stringify(content), why, by],
  );
}
