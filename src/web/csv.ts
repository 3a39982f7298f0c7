import type { Response } from 'express';
import { decimalText, DomainError, minorUnits } from '../shared/index.js';

const atOnce = 1_000;

/** Where the rows of an export come from and how they are written. */
export interface CsvSource<Row extends { id: string }> {
  name: string;
  head: string;
  /** The rows after the one with this id, at most `limit`. */
  read: (limit: number, after: string | null) => Promise<Row[]>;
  write: (rows: Row[]) => string;
}

/** Everything that matches, in pieces, so that a long list needs no memory. */
export async function sendCsv<Row extends { id: string }>(response: Response, source: CsvSource<Row>): Promise<void> {
  let rows = await source.read(atOnce, null);
  // Only now: a query that fails is answered as an error, not with half a file.
  response.type('text/csv').attachment(source.name).write(source.head);
  for (;;) {
    if (!response.write(source.write(rows))) await drained(response);
    if (rows.length < atOnce) break;
    rows = await source.read(atOnce, rows.at(-1)!.id);
  }
  response.end();
}

const drained = (response: Response) =>
  new Promise<void>((resolve, reject) => {
    response.once('drain', resolve);
    response.once('close', () => reject(new DomainError('gone_away', 'The reader left.', { kind: 'gone' })));
  });

/** A cell that a spreadsheet would run as a formula is made plain text by a leading apostrophe. */
export const plain = (cell: string): string => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell);

/** "449.00" */
export const decimal = (amount: number, currency: string): string => decimalText(amount, minorUnits(currency) ?? 2);
