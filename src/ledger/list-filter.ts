import { z } from 'zod';
import { emptyIsUnset } from '../web/index.js';

export const currencyFilter = emptyIsUnset(z.string().regex(/^[A-Z]{3}$/, 'Three capital letters, for example USD.'));

/** Fields that every list of the books has. */
export const listFields = {
  from: emptyIsUnset(z.iso.date('A date like 2026-11-01.')),
  to: emptyIsUnset(z.iso.date('A date like 2026-11-30.')),
  q: emptyIsUnset(z.string().trim().max(100)),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: emptyIsUnset(z.uuid()),
};

export const inOrder = (filter: { from?: string; to?: string }): boolean =>
  !filter.from || !filter.to || filter.from <= filter.to;
export const notInOrder = { path: ['to'], message: 'The end lies before the beginning.' };
