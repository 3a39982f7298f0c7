import { z } from 'zod';

const emptyIsUnset = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** What an accountant may ask of the payments list; the same for page, JSON and CSV. */
export const paymentFilterSchema = z
  .strictObject({
    from: emptyIsUnset(z.iso.date('A date like 2026-11-01.')),
    to: emptyIsUnset(z.iso.date('A date like 2026-11-30.')),
    status: emptyIsUnset(z.enum(['paid', 'partially_refunded', 'refunded', 'disputed'])),
    currency: emptyIsUnset(z.string().regex(/^[A-Z]{3}$/, 'Three capital letters, for example USD.')),
    q: emptyIsUnset(z.string().trim().max(100)),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: emptyIsUnset(z.uuid()),
  })
  .refine((filter) => !filter.from || !filter.to || filter.from <= filter.to, {
    path: ['to'],
    message: 'The end lies before the beginning.',
  });

export type PaymentQuery = z.infer<typeof paymentFilterSchema>;

/** The filter as an address, so that a list can be kept and shared. */
export function filterAddress(path: string, query: Partial<PaymentQuery>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}
