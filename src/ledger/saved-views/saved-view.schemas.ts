import { z } from 'zod';

const addressOfBooks = /^\/books([/?][!-~]*)?$/;

/** A view to keep: only addresses of the books, for opening one leads there. */
export const newViewSchema = z.strictObject({
  name: z.string('Give it a name.').trim().min(1, 'Give it a name.').max(80, 'At most 80 characters.'),
  address: z
    .string('An address of the books, for example /books/payments?status=paid.')
    .max(1000, 'This address is too long to be kept.')
    .regex(addressOfBooks, 'An address of the books, for example /books/payments?status=paid.'),
});
export type NewView = z.infer<typeof newViewSchema>;

export const viewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  address: z.string(),
  savedAt: z.iso.datetime(),
});
