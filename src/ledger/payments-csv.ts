import { stringify } from 'csv-stringify/sync';
import type { PaymentRow } from '../checkout/index.js';
import { decimalText, minorUnits } from '../shared/index.js';

// prettier-ignore
const columns = [
  'Paid at (UTC)', 'Order', 'Receipt', 'Status', 'Buyer', 'E-mail', 'What', 'Method', 'Stripe payment', 'Amount', 'Currency',
];

export const csvHead = (): string => stringify([columns]);

/** Rows as CSV. A cell that a spreadsheet would run as a formula is made plain text by a leading apostrophe. */
export function csvRows(rows: PaymentRow[]): string {
  return stringify(
    rows.map((row) => [
      row.paidAt.toISOString(),
      row.orderNumber,
      row.receiptNumber,
      row.status,
      plain(row.buyerName),
      plain(row.buyerEmail),
      plain(row.what),
      plain(row.method),
      row.paymentIntent,
      decimalText(row.amount, minorUnits(row.currency) ?? 2),
      row.currency,
    ]),
  );
}

const plain = (cell: string): string => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell);
