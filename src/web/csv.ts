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

/** A file that is written while it is sent. */
export interface PiecedFile {
  name: string;
  /** Media type. */
  type: string;
  pieces: AsyncIterable<string | Uint8Array>;
}

/** Everything that matches, in pieces, so that a long list needs no memory. */
export const sendCsv = <Row extends { id: string }>(response: Response, source: CsvSource<Row>): Promise<void> =>
  sendPieces(response, { name: source.name, type: 'text/csv', pieces: csvPieces(source) });

async function* csvPieces<Row extends { id: string }>(source: CsvSource<Row>): AsyncGenerator<string> {
  let rows = await source.read(atOnce, null);
  yield source.head;
  for (;;) {
    yield source.write(rows);
    if (rows.length < atOnce) return;
    rows = await source.read(atOnce, rows.at(-1)!.id);
  }
}

/** Sends a file as fast as it is read. What fails on the way cuts the connection: half a file never looks whole. */
export async function sendPieces(response: Response, { name, type, pieces }: PiecedFile): Promise<void> {
  for await (const piece of pieces) {
    // Only now: a query that fails is answered as an error, not with half a file.
    if (!response.headersSent) response.type(type).attachment(name).type(type);
    if (response.closed) throw goneAway();
    if (!response.write(piece)) await drained(response);
  }
  response.end();
}

const goneAway = () => new DomainError('gone_away', 'The reader left.', { kind: 'gone' });

const drained = (response: Response) =>
  new Promise<void>((resolve, reject) => {
    const settle = () => {
      response.off('drain', settle).off('close', settle);
      if (response.closed) reject(goneAway());
      else resolve();
    };
    if (response.closed) reject(goneAway());
    else response.once('drain', settle).once('close', settle);
  });

/** A cell that a spreadsheet would run as a formula is made plain text by a leading apostrophe. */
export const plain = (cell: string): string => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell);

/** "449.00" */
export const decimal = (amount: number, currency: string): string => decimalText(amount, minorUnits(currency) ?? 2);
