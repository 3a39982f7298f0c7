import { z } from 'zod';
import { emptyIsUnset } from '../../web/index.js';

export const orderStatuses = [
  'pending',
  'awaiting_payment',
  'paid',
  'expired',
  'refunded',
  'partially_refunded',
  'disputed',
] as const;

export const sorts = ['newest', 'oldest', 'dearest', 'cheapest'] as const;
export type Sort = (typeof sorts)[number];

/** What staff may ask of the list of orders; the same for page, JSON and CSV. Dates are UTC days. */
export const deskFilterSchema = z
  .strictObject({
    q: emptyIsUnset(z.string().trim().max(254)),
    status: emptyIsUnset(z.enum(orderStatuses)),
    product: emptyIsUnset(z.string().max(80)),
    market: emptyIsUnset(z.string().regex(/^[a-z]{2,20}$/, 'The name of a market, for example default.')),
    offer: emptyIsUnset(z.string().trim().max(100)),
    code: emptyIsUnset(z.string().trim().max(60)),
    from: emptyIsUnset(z.iso.date('A date like 2026-11-01.')),
    to: emptyIsUnset(z.iso.date('A date like 2026-11-30.')),
    sort: z.preprocess((value) => value || undefined, z.enum(sorts).default('newest')),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: emptyIsUnset(z.uuid()),
  })
  .refine((filter) => !filter.from || !filter.to || filter.from <= filter.to, {
    path: ['to'],
    message: 'The end lies before the beginning.',
  });

export type DeskFilter = z.infer<typeof deskFilterSchema>;
