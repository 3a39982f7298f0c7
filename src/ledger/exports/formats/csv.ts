import { stringify } from 'csv-stringify/sync';
import { decimal, plain } from '../../../web/index.js';
import type { JournalFormat } from '../journal-export.js';
import { oneLine } from '../one-line.js';

// prettier-ignore
const columns = [
  'Entry', 'Date', 'Happened on', 'Kind', 'Description', 'Order', 'Source kind', 'Source', 'Purpose', 'Line', 'Account',
  'Account name', 'Course', 'Product', 'Cohort', 'Jurisdiction', 'Currency', 'Debit', 'Credit',
];
const text = (cell: string | null): string => plain(oneLine(cell ?? ''));

/** One row per posting; the last rows, of kind "control", say period, count and the sums of each currency. */
export const csv: JournalFormat = {
  type: 'text/csv',
  head: () => stringify([columns]),
  entry: (entry) =>
    stringify(
      entry.postings.map(({ account, currency, amount, ...posting }, index) => [
        entry.number,
        entry.date,
        entry.happenedOn,
        entry.kind,
        text(entry.description),
        text(entry.orderNumber),
        text(entry.sourceKind),
        text(entry.sourceId),
        text(entry.purpose),
        index + 1,
        account.code,
        text(account.name),
        text(posting.course),
        text(posting.product),
        posting.cohort,
        text(posting.jurisdiction),
        currency,
        amount > 0 ? decimal(amount, currency) : '',
        amount < 0 ? decimal(-amount, currency) : '',
      ]),
    ),
  tail: ({ from, to, entries, postings, sums }) =>
    stringify(
      (sums.length > 0 ? sums : [{ currency: '', debit: 0, credit: 0 }]).map(({ currency, debit, credit }) => {
        const says = `${from} to ${to}, entries: ${entries}, postings: ${postings}`;
        const empty = columns.slice(5, 16).map(() => '');
        return ['', to, '', 'control', says, ...empty, currency, decimal(debit, currency), decimal(credit, currency)];
      }),
    ),
};
