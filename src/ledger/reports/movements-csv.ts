import { decimal } from '../../web/index.js';
import { type Cell, figure } from './csv.js';
import type { DeferredReport, TaxReport } from './movement-reports.js';

// prettier-ignore
export const deferredColumns = ['Course', 'Sold in', 'Currency', 'Open', 'Sold', 'Recognised', 'Refunded or lost', 'Corrected', 'Close'];

export const deferredRows = ({ currency, rows, total }: DeferredReport): Cell[][] =>
  [...rows, { course: 'Total', cohort: undefined, ...total }].map((row) => [
    ...[row.course ?? '', row.cohort?.slice(0, 7) ?? '', currency],
    ...[row.open, row.sold, row.recognised, row.returned, row.corrected, row.close].map((amount) =>
      figure(decimal(amount, currency)),
    ),
  ]);

// prettier-ignore
export const taxColumns = ['Jurisdiction', 'Currency', 'Owed before', 'Charged', 'Refunded', 'Paid or corrected', 'Owed at the end'];

export const taxRows = ({ currencies }: TaxReport): Cell[][] =>
  currencies.flatMap(({ currency, rows, total }) =>
    [...rows, { jurisdiction: 'Total', ...total }].map((row) => [
      ...[row.jurisdiction ?? '', currency],
      ...[row.open, row.charged, row.refunded, row.paid, row.close].map((amount) => figure(decimal(amount, currency))),
    ]),
  );
