import { Injectable } from '@nestjs/common';
import { decimal } from '../../web/index.js';
import { WrittenTotals } from './control-totals.js';
import { ExportQueries } from './export.queries.js';
import { type FormatName, formatOf, takesOneCurrency } from './formats/index.js';
import type { ExportAbout, ExportEntry, JournalFormat } from './journal-export.js';
import type { AskedExport } from './export.schemas.js';

/** A file on its way: its pieces come as they are read. */
export interface JournalFile {
  name: string;
  type: string;
  about: ExportAbout;
  pieces: AsyncIterable<string>;
}

/** What Xero calls the rate without tax in the United States; elsewhere it has other names. */
const usualTaxRate = 'Tax Exempt';

/** Writes the journal of a period for another program. The same period gives the same bytes. */
@Injectable()
export class ExportJournal {
  constructor(private readonly queries: ExportQueries) {}

  async execute({ format, taxRate, ...period }: AskedExport): Promise<JournalFile> {
    const about = await this.queries.about(period);
    const writer = formatOf(format, taxRate ?? usualTaxRate);
    const pieces = written(writer, about, this.queries.entries(about));
    return { name: nameOf(format, about), type: writer.type, about, pieces };
  }
}

/** @throws Error at the end where what was written is not what the head promised */
export async function* written(
  format: JournalFormat,
  about: ExportAbout,
  batches: AsyncIterable<ExportEntry[]>,
): AsyncGenerator<string, void, undefined> {
  const totals = new WrittenTotals();
  yield format.head(about);
  for await (const batch of batches) {
    for (const entry of batch) totals.add(entry);
    yield batch.map((entry) => format.entry(entry)).join('');
  }
  totals.assertAgree(about);
  yield format.tail(about);
}

/** "journal-2026-09-01-2026-09-30.hledger". Where the file can hold no comment, its name says count and control total. */
function nameOf(format: FormatName, { from, to, currency, entries, postings, sums }: ExportAbout): string {
  const parts = ['journal', from, to];
  if (currency) parts.push(currency);
  if (takesOneCurrency(format)) {
    const total = decimal(sums[0]?.debit ?? 0, currency ?? '');
    parts.push(`${entries}-entries`, `${postings}-postings`, total);
  }
  return `${parts.join('-')}.${format}`;
}
