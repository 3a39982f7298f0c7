import { stringify } from 'csv-stringify/sync';
import { decimal, plain } from '../../web/index.js';
import type { DeskRow } from './desk.queries.js';

// prettier-ignore
const columns = [
  'Order', 'Ordered at (UTC)', 'Status', 'Buyer', 'E-mail', 'What', 'For', 'Market', 'Code', 'Receipt', 'Total', 'Currency',
];

export const deskHead = (): string => stringify([columns]);

export const deskRows = (rows: DeskRow[]): string =>
  stringify(
    rows.map((row) => [
      row.number,
      row.placedAt.toISOString(),
      row.status,
      plain(row.buyerName),
      plain(row.buyerEmail),
      plain(row.what),
      row.purpose,
      row.market,
      plain(row.code ?? ''),
      row.receiptNumber ?? '',
      decimal(row.total, row.currency),
      row.currency,
    ]),
  );
