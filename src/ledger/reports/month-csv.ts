import { decimal } from '../../web/index.js';
import { type Cell, figure } from './csv.js';
import type { MonthFigures } from './month-figures.js';
import type { MonthReport } from './month-report.js';
import type { Series } from './stack.js';

const figures: Record<keyof MonthFigures, string> = {
  revenue: 'Revenue recognised',
  billed: 'Billed, without tax',
  billedTax: 'Tax on what was billed',
  refunds: 'Refunds',
  fees: 'Stripe fees',
  charged: 'Charged, before fees',
  disputed: 'Disputed',
  disputesLost: 'Lost to disputes',
  disputeFees: 'Dispute fees',
  deferred: 'Deferred at the end',
  taxOwed: 'Tax owed at the end',
  stripe: 'Stripe balance at the end',
  inTransit: 'Payouts in transit at the end',
  bank: 'Bank at the end',
  held: 'Held for disputes at the end',
  suspense: 'Suspense at the end',
};

export const monthColumns = ({ months }: MonthReport): string[] => [
  'Figure',
  'Of',
  'Currency',
  ...months.map((month) => month.slice(0, 7)),
];

/** One row for each figure, course and product; one column for each month. */
export function monthRows(report: MonthReport): Cell[][] {
  const { currency } = report;
  const amounts = (values: readonly number[]) => values.map((value) => figure(decimal(value, currency)));
  const parts = (what: string, series: readonly Series[]) =>
    series.map(({ name, values }) => [what, name, currency, ...amounts(values)]);
  return [
    ...(Object.keys(figures) as (keyof MonthFigures)[]).map((key) => [
      ...[figures[key], '', currency],
      ...amounts(report.figures.map((each) => each[key])),
    ]),
    ...parts('Revenue by course', report.byCourse),
    ...parts('Revenue by product', report.byProduct),
  ];
}

export const offerColumns = ['Product', 'Offer', 'Market', 'Units', 'At list price', 'Discount', 'Net', 'Currency'];

export const offerRows = ({ offers, currency }: MonthReport): Cell[][] =>
  offers.map(({ product, offer, market, units, list, discount, net }) => [
    ...[product, offer ?? 'List price', market, String(units)],
    ...[list, discount, net].map((amount) => figure(decimal(amount, currency))),
    currency,
  ]);
