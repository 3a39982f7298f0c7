import { stringify } from 'csv-stringify/sync';
import { plain } from '../../web/index.js';
import type { EbookFigures } from './ebook-figures.js';

export const csvHead = (): string =>
  stringify([['Month (UTC)', 'Book', 'Came from', 'Asked', 'Confirmed', 'Took PDF', 'Took EPUB']]);

export const csvRows = (rows: EbookFigures[]): string =>
  stringify(
    rows.map((row) => [
      ...[row.month, plain(row.ebook), plain(row.source ?? ''), row.asked, row.confirmed, row.pdf, row.epub],
    ]),
  );
