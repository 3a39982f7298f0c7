import { stringify } from 'csv-stringify/sync';
import type { RegisteredDispute, RegisteredRefund } from '../../checkout/index.js';
import { decimal, plain } from '../../web/index.js';

// prettier-ignore
const refundColumns = ['Made at (UTC)', 'Settled at (UTC)', 'Order', 'What', 'Cause', 'Status', 'Stripe refunds', 'Amount', 'Tax in it', 'Currency'];
// prettier-ignore
const disputeColumns = ['Opened at (UTC)', 'Closed at (UTC)', 'Order', 'Dispute', 'Reason', 'Status', 'Standing', 'Amount', 'Currency'];

export const refundsHead = (): string => stringify([refundColumns]);
export const disputesHead = (): string => stringify([disputeColumns]);

export const refundsRows = (rows: RegisteredRefund[]): string =>
  stringify(
    rows.map((row) => [
      row.createdAt.toISOString(),
      row.settledAt?.toISOString() ?? '',
      row.orderNumber,
      plain(row.what),
      row.cause,
      row.status,
      row.stripeRefunds.join(' '),
      decimal(row.amount, row.currency),
      decimal(row.tax, row.currency),
      row.currency,
    ]),
  );

export const disputesRows = (rows: RegisteredDispute[]): string =>
  stringify(
    rows.map((row) => [
      row.openedAt.toISOString(),
      row.closedAt?.toISOString() ?? '',
      row.orderNumber,
      row.id,
      plain(row.reason),
      plain(row.status),
      row.standing,
      decimal(row.amount, row.currency),
      row.currency,
    ]),
  );
