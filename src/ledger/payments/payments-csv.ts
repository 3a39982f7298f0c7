import { stringify } from 'csv-stringify/sync';
import type { PaymentRow } from '../../checkout/index.js';
import { decimal, plain } from '../../web/index.js';

// prettier-ignore
const columns = [
  'Paid at (UTC)', 'Order', 'Receipt', 'Status', 'Buyer', 'E-mail', 'What', 'Method', 'Stripe payment', 'Amount', 'Currency',
];

export const csvHead = (): string => stringify([columns]);

/** Rows as CSV. */
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
      decimal(row.amount, row.currency),
      row.currency,
    ]),
  );
}
