import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import yazl from 'yazl';
import { notFound } from '../../../shared/index.js';
import { ExportJournal } from '../../exports/export-journal.js';
import { lastDay } from '../../journal/months.js';
import { notClosed } from '../close.errors.js';
import { monthKey } from '../checklist-words.js';
import { PeriodQueries } from '../period.queries.js';
import type { SeenMove } from '../period.js';
import { type FileRecord, type PackageFile, recorded, table } from './package-file.js';
import { PackageQueries } from './package.queries.js';
import {
  checklistShape,
  reconciliationShape,
  registers,
  registerShape,
  rollForwardShape,
  subLedgerShape,
  taxShape,
  trailShape,
  trialShape,
} from './package.shapes.js';
import { checklistRows, payoutRows, trailRows } from './seen-rows.js';

/** Before what a ZIP can say, so that it says the same everywhere: no clock is in the package. */
const options = { mtime: new Date(0), forceDosTimestamp: true };

/** Everything of a closed month as one ZIP, with a manifest of hashes, counts and sums. The same closing gives the same bytes. */
@Injectable()
export class PackMonth {
  constructor(
    private readonly periods: PeriodQueries,
    private readonly journal: ExportJournal,
    private readonly queries: PackageQueries,
  ) {}

  /** @throws not_found; not_closed: nothing is certain about an open month */
  async execute(month: string): Promise<{ name: string; bytes: Readable }> {
    const moves = await this.closedMoves(month);
    const archive = new yazl.ZipFile();
    const bytes = archive.outputStream as Readable;
    archive.on('error', (error) => bytes.destroy(error as Error));
    const put = (name: string, pieces: () => AsyncIterable<Uint8Array | string>) =>
      archive.addReadStreamLazy(name, options, (give) => {
        // Whatever fails breaks the archive off; yazl would leave it unheard.
        give(
          null,
          Readable.from(pieces(), { objectMode: false }).on('error', (error) => bytes.destroy(error)),
        );
      });
    const records: FileRecord[] = [];
    for (const file of await this.files(month, moves)) {
      put(file.name, () => recorded(file, (record) => records.push(record)));
    }
    put('manifest.json', () => this.manifest(month, moves, records));
    archive.end();
    return { name: `books-${monthKey(month)}.zip`, bytes };
  }

  /** The audit trail up to the closing that holds; what was asked for since is not part of it. */
  private async closedMoves(month: string): Promise<SeenMove[]> {
    const period = await this.periods.byMonth(month);
    if (!period) throw notFound('month');
    if (period.status === 'open') throw notClosed();
    const moves = await this.periods.moves(month);
    return moves.slice(0, moves.findLastIndex(({ move }) => move === 'closed') + 1);
  }

  private async files(month: string, moves: SeenMove[]): Promise<PackageFile[]> {
    const seen = moves.at(-1)!.seen!;
    const byKind = Object.entries(registers).map(([name, kinds]) =>
      table(registerShape(name), this.queries.register(month, kinds)),
    );
    return [
      table(trialShape, this.queries.table('trialBalance', month)),
      await this.journalFile(month),
      ...byKind,
      table(subLedgerShape, this.queries.subLedger(month)),
      table(rollForwardShape, this.queries.table('rollForward', month)),
      table(taxShape, this.queries.table('tax', month)),
      table(reconciliationShape, [payoutRows(seen)]),
      table(checklistShape, [checklistRows(seen)]),
      table(trailShape, [trailRows(moves)]),
    ];
  }

  private async journalFile(month: string): Promise<PackageFile> {
    const { about, pieces } = await this.journal.execute({ format: 'csv', from: month, to: lastDay(month) });
    const totals = Object.fromEntries(
      about.sums.map(({ currency, debit, credit }) => [currency, { Debit: debit, Credit: credit }]),
    );
    return { name: 'journal.csv', pieces, rows: () => about.postings, totals: () => totals };
  }

  /** Written last, when all is counted. @throws not_closed where the month was opened again meanwhile */
  private async *manifest(month: string, moves: SeenMove[], files: FileRecord[]): AsyncGenerator<string> {
    const closing = moves.at(-1)!;
    const now = await this.closedMoves(month);
    if (now.at(-1)!.id !== closing.id) throw notClosed();
    const closed = { by: closing.byName, at: closing.at.toISOString(), note: closing.note };
    yield `${JSON.stringify({ month: monthKey(month), closed, files }, null, 2)}\n`;
  }
}
