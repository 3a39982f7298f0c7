import { decimal, plain } from '../../../web/index.js';
import { places, quickBooksName } from '../account-names.js';
import type { ExportAccount, ExportEntry, JournalFormat } from '../journal-export.js';
import { asciiLine } from '../one-line.js';

const kinds = { asset: 'OCASSET', liability: 'OCLIAB', equity: 'EQUITY', income: 'INC', expense: 'EXP' } as const;
const kindOf = ({ code, kind }: ExportAccount): string => (code === '1000' ? 'BANK' : kinds[kind]);

const line = (...cells: (string | number)[]): string => `${cells.join('\t')}\r\n`;
/** QuickBooks gives quotation marks a meaning of its own. */
const text = (cell: string): string => plain(asciiLine(cell).replace(/"/g, "'"));

/** "2026-09-03" → "9/3/2026" */
const american = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${month}/${date}/${year}`;
};

function entryText(entry: ExportEntry): string {
  const memo = text(`${entry.description} (${entry.sourceKind} ${entry.sourceId})`);
  const lines = entry.postings.map((posting, index) =>
    line(
      index === 0 ? 'TRNS' : 'SPL',
      'GENERAL JOURNAL',
      american(entry.date),
      quickBooksName(posting),
      decimal(posting.amount, posting.currency),
      entry.number,
      memo,
    ),
  );
  return lines.join('') + line('ENDTRNS');
}

const columns = ['TRNSTYPE', 'DATE', 'ACCNT', 'AMOUNT', 'DOCNUM', 'MEMO'];

/** QuickBooks Desktop: the accounts, then one general journal entry each. The format has no comments: totals go elsewhere. */
export const iif: JournalFormat = {
  type: 'text/plain; charset=us-ascii',
  head: (about) =>
    [
      line('!ACCNT', 'NAME', 'ACCNTTYPE', 'DESC', 'ACCNUM'),
      ...places(about).map((place) =>
        line(
          'ACCNT',
          quickBooksName(place),
          kindOf(place.account),
          text(place.course ?? place.account.name),
          place.course ? '' : place.account.code,
        ),
      ),
      line('!TRNS', ...columns),
      line('!SPL', ...columns),
      line('!ENDTRNS'),
    ].join(''),
  entry: entryText,
  tail: () => '',
};
