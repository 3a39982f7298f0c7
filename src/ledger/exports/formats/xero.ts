import { stringify } from 'csv-stringify/sync';
import { decimal, plain } from '../../../web/index.js';
import type { JournalFormat } from '../journal-export.js';
import { oneLine } from '../one-line.js';

const columns = ['*Narration', '*Date', 'Description', '*AccountCode', '*TaxRate', '*Amount'];
// prettier-ignore
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2026-09-03" → "03 Sep 2026", which no region reads otherwise. */
const spelled = (day: string): string => `${day.slice(8)} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/**
 * Xero's import of manual journals. Lines with the same narration and date are one journal: the number keeps entries apart.
 * @param taxRate the name that the organisation gave the rate without tax; tax has postings of its own here
 */
export const xero = (taxRate: string): JournalFormat => ({
  type: 'text/csv',
  head: () => stringify([columns]),
  entry: (entry) =>
    stringify(
      entry.postings.map((posting) => [
        oneLine(`${entry.number} ${entry.description}`),
        spelled(entry.date),
        plain(oneLine([entry.sourceKind, entry.sourceId, posting.course ?? ''].join(' '))),
        posting.account.code,
        plain(oneLine(taxRate)),
        decimal(posting.amount, posting.currency),
      ]),
    ),
  tail: () => '',
});
