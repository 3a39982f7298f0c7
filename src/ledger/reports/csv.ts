import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';
import { plain } from '../../web/index.js';

/** Text, or a figure: only that may begin with a minus. */
export type Cell = string | { figure: string };
export const figure = (text: string): Cell => ({ figure: text });

/** A report as a file; text that a spreadsheet would run is made plain. */
export function sendTable(response: Response, name: string, columns: readonly string[], rows: readonly Cell[][]): void {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? plain(cell) : cell.figure)));
  response
    .type('text/csv')
    .attachment(name)
    .send(stringify([columns, ...cells]));
}
