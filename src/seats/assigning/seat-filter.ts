import { z } from 'zod';
import { emptyIsUnset } from '../../web/index.js';

/** What a clinic may ask of its held seats; the same for page, JSON and CSV. */
export const seatFilterSchema = z.strictObject({
  q: emptyIsUnset(z.string().trim().max(100)),
  state: emptyIsUnset(z.enum(['waiting', 'accepted', 'in_study', 'done', 'private'])),
  product: emptyIsUnset(z.uuid()),
  sort: z.enum(['name', 'state', 'progress', 'assigned']).default('name'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: emptyIsUnset(z.coerce.number().int().min(0).max(100_000)).describe('The `next` of the answer before'),
});

export type SeatFilter = z.infer<typeof seatFilterSchema>;
