import { z } from 'zod';
import { currencyFilter, inOrder, notInOrder } from '../list-filter.js';
import { emptyIsUnset } from '../../web/index.js';
import { formatNames, takesOneCurrency } from './formats/index.js';

/** Days are UTC, both ends included. Both must be said: what an export holds never depends on when it was made. */
const askedFields = {
  from: z.iso.date('A date like 2026-11-01.'),
  to: z.iso.date('A date like 2026-11-30.'),
  currency: currencyFilter,
  taxRate: emptyIsUnset(z.string().trim().max(60)),
};
const needsCurrency = { path: ['currency'], message: 'This format takes one currency to a file: say which.' };

export const formatSchema = z.enum(formatNames);
export const exportQuerySchema = z.strictObject(askedFields).refine(inOrder, notInOrder);
export const exportFormSchema = z
  .strictObject({ format: formatSchema, ...askedFields })
  .refine(inOrder, notInOrder)
  .refine(({ format, currency }) => currency || !takesOneCurrency(format), needsCurrency);

export type ExportQuery = z.infer<typeof exportQuerySchema>;
export type AskedExport = z.infer<typeof exportFormSchema>;
