import { z } from 'zod';
import { emptyIsUnset } from '../../web/index.js';
import { currencyFilter, inOrder, listFields, notInOrder } from '../list-filter.js';

export const refundStatuses = ['open', 'sent', 'succeeded', 'failed'] as const;
export const refundCauses = ['request', 'staff', 'dashboard', 'ineligible', 'credit', 'late'] as const;
export const disputeStandings = ['inquiry', 'open', 'won', 'lost'] as const;

/** What may be asked of the register of refunds; the same for page, JSON and CSV. */
export const refundFilterSchema = z
  .strictObject({
    ...listFields,
    status: emptyIsUnset(z.enum(refundStatuses)),
    cause: emptyIsUnset(z.enum(refundCauses)),
    currency: currencyFilter,
  })
  .refine(inOrder, notInOrder);
export type RefundQuery = z.infer<typeof refundFilterSchema>;

/** What may be asked of the register of disputes. Stripe's ids are not UUIDs. */
export const disputeFilterSchema = z
  .strictObject({
    ...listFields,
    after: emptyIsUnset(z.string().regex(/^\w{1,100}$/)),
    standing: emptyIsUnset(z.enum(disputeStandings)),
    currency: currencyFilter,
  })
  .refine(inOrder, notInOrder);
export type DisputeQuery = z.infer<typeof disputeFilterSchema>;
