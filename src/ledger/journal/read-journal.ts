import type { Viewer } from '../../web/index.js';
import type { EntryRow, JournalQueries } from './journal.queries.js';
import type { JournalQuery } from './journal.schemas.js';

export async function listedEntries(
  journal: JournalQueries,
  query: JournalQuery,
): Promise<{ rows: EntryRow[]; next: number | null }> {
  const found = await journal.list(query, query.limit + 1, query.after ?? null);
  const rows = found.slice(0, query.limit);
  return { rows, next: found.length > query.limit ? rows.at(-1)!.number : null };
}

/** Admins look; accountants keep the books. */
export const mayPost = (viewer: Viewer): boolean => viewer.roles.includes('accountant');
