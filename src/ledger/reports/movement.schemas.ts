import { z } from 'zod';
import type { DeferredReport } from './movement-reports.js';

const minor = z.int().describe('Minor units of the currency');
const movement = z.object({
  open: minor,
  sold: minor,
  recognised: minor,
  returned: minor.describe('Refunded, and lost to disputes'),
  corrected: minor.describe('By hand; added'),
  close: minor.describe('open + sold − recognised − returned + corrected'),
});

export const deferredSchema = z.object({
  month: z.string().describe('2026-10'),
  currency: z.string(),
  rows: z.array(
    movement.extend({
      course: z.string().optional(),
      cohort: z.string().nullable().optional().describe('Month of sale, 2026-10'),
    }),
  ),
  total: movement,
});

export const deferredJson = ({ month, currency, rows, total }: DeferredReport): z.infer<typeof deferredSchema> => ({
  month: month.slice(0, 7),
  currency,
  rows: rows.map(({ courseId: _id, course, cohort, ...amounts }) => ({
    ...amounts,
    ...(course === undefined ? {} : { course }),
    ...(cohort === undefined ? {} : { cohort: cohort?.slice(0, 7) ?? null }),
  })),
  total,
});

const tax = z.object({
  open: minor,
  charged: minor,
  refunded: minor,
  paid: minor.describe('Handed over and corrected, by hand'),
  close: minor.describe('Owed at the end: open + charged − refunded − paid'),
});

export const taxSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  currencies: z.array(
    z.object({
      currency: z.string(),
      rows: z.array(tax.extend({ currency: z.string(), jurisdiction: z.string().nullable() })),
      total: tax,
    }),
  ),
});
