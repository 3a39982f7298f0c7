import { stringify } from 'csv-stringify/sync';
import type { PayoutMove, PayoutRow } from '../../checkout/index.js';
import { decimal, plain } from '../../web/index.js';

// prettier-ignore
const columns = ['Payout', 'Created at (UTC)', 'Arrives at (UTC)', 'Status', 'Automatic', 'Reconciled', 'Amount', 'Sum of transactions', 'Currency'];
// prettier-ignore
const moveColumns = ['Transaction', 'At (UTC)', 'Type', 'Category', 'Source', 'Order', 'Amount', 'Fee', 'Net', 'Currency'];

export const payoutsHead = (): string => stringify([columns]);
export const movesHead = (): string => stringify([moveColumns]);

export const payoutsRows = (rows: PayoutRow[]): string =>
  stringify(
    rows.map((row) => [
      row.id,
      row.createdAt.toISOString(),
      row.arrivesAt.toISOString(),
      plain(row.status),
      row.isAutomatic ? 'yes' : 'no',
      row.verdict,
      decimal(row.amount, row.currency),
      row.transactionsNet === null ? '' : decimal(row.transactionsNet, row.currency),
      row.currency,
    ]),
  );

export const movesRows = (moves: PayoutMove[]): string =>
  stringify(
    moves.map((move) => [
      move.id,
      move.at.toISOString(),
      plain(move.type),
      plain(move.category),
      move.source ?? '',
      move.orderNumber ?? '',
      decimal(move.amount, move.currency),
      decimal(move.fee, move.currency),
      decimal(move.net, move.currency),
      move.currency,
    ]),
  );
