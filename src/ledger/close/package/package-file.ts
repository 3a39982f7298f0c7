import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import { decimal, plain } from '../../../web/index.js';
import { oneLine } from '../../exports/one-line.js';

/** By currency and column, in minor units. */
export type Totals = Record<string, Record<string, number>>;

/** A file on its way into the package; `totals` is complete once the pieces have been read to the end. */
export interface PackageFile {
  name: string;
  pieces: AsyncIterable<string>;
  /** Rows under the head. */
  rows: () => number;
  totals: () => Totals;
}

/** What the manifest says of a file: whoever reads it can count and add again. */
export interface FileRecord {
  name: string;
  sha256: string;
  bytes: number;
  rows: number;
  /** By currency and column, as decimals. */
  totals: Record<string, Record<string, string>>;
}

type Value = string | number | null;
export type TableRow = Record<string, Value>;

/** How rows become a table: columns with their headings, then amounts in the currency that the row names. */
export interface TableShape {
  name: string;
  text: Record<string, string>;
  money: Record<string, string>;
}

/** As long as a note may be. */
const longest = 2_000;

/** A table as CSV, counted and added up while it is written. */
export function table(shape: TableShape, batches: AsyncIterable<TableRow[]> | Iterable<TableRow[]>): PackageFile {
  const totals: Totals = {};
  let rows = 0;
  async function* pieces() {
    yield stringify([[...Object.values(shape.text), ...Object.values(shape.money)]]);
    for await (const batch of batches) {
      rows += batch.length;
      for (const row of batch) addUp(totals, shape, row);
      yield stringify(batch.map((row) => cells(shape, row)));
    }
  }
  return { name: shape.name, pieces: pieces(), rows: () => rows, totals: () => totals };
}

function addUp(totals: Totals, { money }: TableShape, row: TableRow): void {
  for (const [key, label] of Object.entries(money)) {
    if (typeof row[key] !== 'number') continue;
    const ofCurrency = (totals[String(row.currency)] ??= {});
    ofCurrency[label] = (ofCurrency[label] ?? 0) + row[key];
  }
}

const cells = ({ text, money }: TableShape, row: TableRow): string[] => [
  ...Object.keys(text).map((key) => plain(oneLine(String(row[key] ?? ''), longest))),
  ...Object.keys(money).map((key) => (typeof row[key] === 'number' ? decimal(row[key], String(row.currency)) : '')),
];

/** The bytes of a file; `done` is told what they were once they have all come. */
export async function* recorded(
  file: PackageFile,
  done: (record: FileRecord) => void,
): AsyncGenerator<Buffer, void, undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of file.pieces) {
    const chunk = Buffer.from(piece);
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  done({ name: file.name, sha256: hash.digest('hex'), bytes, rows: file.rows(), totals: decimals(file.totals()) });
}

const decimals = (totals: Totals): FileRecord['totals'] =>
  Object.fromEntries(
    Object.keys(totals)
      .toSorted()
      .map((currency) => [
        currency,
        Object.fromEntries(Object.entries(totals[currency]!).map(([label, sum]) => [label, decimal(sum, currency)])),
      ]),
  );
