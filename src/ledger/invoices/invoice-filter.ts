import { z } from 'zod';
import { emptyIsUnset } from '../../web/index.js';
import { currencyFilter, inOrder, listFields, notInOrder } from '../list-filter.js';

/** What may be asked of the list of invoices and credit notes; the same for page, JSON and CSV. */
export const invoiceFilterSchema = z
  .strictObject({
    ...listFields,
    kind: emptyIsUnset(z.enum(['invoice', 'credit_note', 'debit_note'])),
    series: emptyIsUnset(z.string().max(40)),
    currency: currencyFilter,
  })
  .refine(inOrder, notInOrder);

export type InvoiceQuery = z.infer<typeof invoiceFilterSchema>;
