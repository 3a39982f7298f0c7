import { z } from 'zod';
import { emptyIsUnset } from '../../web/index.js';
import { currencyFilter, inOrder, listFields, notInOrder } from '../list-filter.js';

/** What may be asked of the list of payouts; the same for page, JSON and CSV. Stripe's ids are not UUIDs. */
export const payoutFilterSchema = z
  .strictObject({
    ...listFields,
    after: emptyIsUnset(z.string().regex(/^po_\w+$/)),
    verdict: emptyIsUnset(z.enum(['matched', 'difference', 'waiting', 'manual'])),
    currency: currencyFilter,
  })
  .refine(inOrder, notInOrder);

export type PayoutQuery = z.infer<typeof payoutFilterSchema>;
