import { formatDay } from '../../courses/index.js';
import type { Runner } from '../../database/index.js';
import type { EntryContent } from '../logbook/entry.schemas.js';
import { exact } from '../../questions/index.js';

export interface TitledContent extends EntryContent {
  title: string;
  unit: string;
  performedOn: string;
}

/** The whole dose, as decimal text. */
export const totalOf = (points: EntryContent['points']): string =>
  points.reduce((sum, { units }) => sum.plus(units), exact('0')).toFixed();

/** An entry in lines that are read at a glance, and compared. */
export const wordsOf = (content: TitledContent): string[] => [
  `${content.title}, ${formatDay(content.performedOn)}, ${content.place}`,
  `Patient: ${content.ageBand}. ${content.indication}`,
  `${content.product}, lot ${content.lot}${content.dilution ? `, ${content.dilution}` : ''}`,
  `${totalOf(content.points)} ${content.unit} at ${content.points.length} ${content.points.length === 1 ? 'point' : 'points'}`,
  `Complications: ${content.complications}`,
];

/** The latest version of an entry, in words. */
export async function entryWords(runner: Runner, entryId: string): Promise<string[]> {
  const row = await runner.row<{ content: EntryContent; title: string; unit: string; performedOn: string }>(
    `SELECT v.content, p.title, p.unit, e.performed_on AS "performedOn"
     FROM logbook_entries e JOIN procedures p ON p.slug = e.procedure JOIN logbook_versions v ON v.entry_id = e.id
     WHERE e.id = $1 ORDER BY v.version DESC LIMIT 1`,
    [entryId],
  );
  return row ? wordsOf({ ...row.content, ...row }) : [];
}
