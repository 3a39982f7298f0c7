import { z } from 'zod';
import { emptyIsUnset } from '../../web/index.js';
import { inOrder, listFields, notInOrder } from '../payment-filter.js';

/** What may be asked of a report up to a day. */
export const dayFilterSchema = z.strictObject({ at: emptyIsUnset(z.iso.date('A date like 2026-11-30.')) });
export type DayFilter = z.infer<typeof dayFilterSchema>;

/** What may be asked of a report over days, both included. */
export const rangeFilterSchema = z
  .strictObject({ from: listFields.from, to: listFields.to })
  .refine(inOrder, notInOrder);
export type RangeFilter = z.infer<typeof rangeFilterSchema>;
