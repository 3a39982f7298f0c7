import { z } from 'zod';
import { emptyIsUnset } from '../../web/index.js';
import { currencyFilter, inOrder, listFields, notInOrder } from '../list-filter.js';

/** What may be asked of a report up to a day. */
export const dayFilterSchema = z.strictObject({ at: emptyIsUnset(z.iso.date('A date like 2026-11-30.')) });
export type DayFilter = z.infer<typeof dayFilterSchema>;

/** What may be asked of a report over days, both included. */
export const rangeFilterSchema = z
  .strictObject({ from: listFields.from, to: listFields.to })
  .refine(inOrder, notInOrder);
export type RangeFilter = z.infer<typeof rangeFilterSchema>;

/** Months of a chart: a year, or three. */
const spans = ['12', '36'] as const;

const monthField = emptyIsUnset(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month like 2026-10.'));

/** What may be asked of a month at a glance. */
export const monthFilterSchema = z.strictObject({
  month: monthField,
  currency: currencyFilter,
  span: z.preprocess((value) => value || undefined, z.enum(spans).default('12').transform(Number)),
});
export type MonthFilter = z.infer<typeof monthFilterSchema>;

/** What may be asked of the roll-forward of deferred revenue; `by`: what its rows are. */
export const deferredFilterSchema = z.strictObject({
  month: monthField,
  currency: currencyFilter,
  by: z.preprocess((value) => value || undefined, z.enum(['course', 'cohort', 'both']).default('course')),
});
export type DeferredFilter = z.infer<typeof deferredFilterSchema>;
