import { stringify } from 'csv-stringify/sync';
import type { InvoiceRow } from '../../checkout/index.js';
import { decimal, plain } from '../../web/index.js';

const columns = ['Number', 'Kind', 'Issued at (UTC)', 'Order', 'Customer', 'E-mail', 'Net', 'Tax', 'Gross', 'Currency'];

export const invoicesHead = (): string => stringify([columns]);

export const invoicesRows = (rows: InvoiceRow[]): string =>
  stringify(
    rows.map((row) => [
      row.number,
      row.kind,
      row.issuedAt.toISOString(),
      row.orderNumber,
      plain(row.customerName),
      plain(row.customerEmail),
      decimal(row.net, row.currency),
      decimal(row.tax, row.currency),
      decimal(row.gross, row.currency),
      row.currency,
    ]),
  );
