import { z } from 'zod';
import { emptyIsUnset } from '../../web/index.js';
import { currencyFilter, inOrder, listFields, notInOrder } from '../list-filter.js';

/** What an accountant may ask of the payments list; the same for page, JSON and CSV. */
export const paymentFilterSchema = z
  .strictObject({
    ...listFields,
    status: emptyIsUnset(z.enum(['paid', 'partially_refunded', 'refunded', 'disputed'])),
    currency: currencyFilter,
  })
  .refine(inOrder, notInOrder);

export type PaymentQuery = z.infer<typeof paymentFilterSchema>;
