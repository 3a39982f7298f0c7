import { z } from 'zod';
import { feeRatio } from './month-figures.js';
import type { MonthReport } from './month-report.js';

const minor = z.int().describe('Minor units of the currency');

const monthSchema = z.object({
  month: z.string().describe('2026-10'),
  revenue: minor,
  billed: minor.describe('Sold in the month, without tax'),
  billedTax: minor,
  refunds: minor.describe('With tax'),
  fees: minor,
  charged: minor.describe('What reached the Stripe balance of sales, before fees'),
  feeRatio: z.number().nullable().describe('Fees as a share of what was charged'),
  disputed: minor,
  disputesLost: minor,
  disputeFees: minor,
  deferred: minor.describe('At the end of the month, like those below'),
  taxOwed: minor,
  stripe: minor,
  inTransit: minor,
  bank: minor,
  held: minor.describe('By banks, for open disputes'),
  suspense: minor,
});
const seriesSchema = z.object({
  id: z.string().nullable(),
  name: z.string(),
  values: z.array(minor).describe('One for each month'),
});
const offerSchema = z.object({
  product: z.string(),
  offer: z.string().nullable().describe('null: sold at list price'),
  market: z.string(),
  units: z.int(),
  list: minor,
  discount: minor,
  net: minor,
});

export const monthReportSchema = z.object({
  currency: z.string(),
  currencies: z.array(z.string()).describe('All in which something is booked'),
  months: z.array(monthSchema).describe('The month asked for is the last'),
  revenueByCourse: z.array(seriesSchema),
  revenueByProduct: z.array(seriesSchema),
  offers: z.array(offerSchema),
});

export const monthReportJson = (report: MonthReport): z.infer<typeof monthReportSchema> => ({
  currency: report.currency,
  currencies: report.currencies,
  months: report.months.map((month, index) => {
    const figures = report.figures[index]!;
    return { month: month.slice(0, 7), ...figures, feeRatio: feeRatio(figures) };
  }),
  revenueByCourse: report.byCourse,
  revenueByProduct: report.byProduct,
  offers: report.offers.map(({ product, offer, market, units, list, discount, net }) => ({
    ...{ product, offer, market, units, list, discount, net },
  })),
});
