import { z } from 'zod';
import { currencySchema } from '../../shared/index.js';
import type { CheckoutRequest } from './checkout-request.js';
import { choiceSchema, seatsOf, seatsSentence } from './choice.js';

const line = (most: number, empty: string) => z.string().trim().min(1, empty).max(most, `At most ${most} characters.`);
const confirmed = choiceSchema.extend({
  key: z.uuid('Please open this page again.'),
  amount: z.coerce.number().int(),
  currency: currencySchema,
});

const self = confirmed.extend({ purpose: z.literal('self').default('self') });
const gift = confirmed.extend({
  purpose: z.literal('gift'),
  'recipient.name': line(120, 'Say for whom it is.'),
  'recipient.email': z.email('Type their e-mail address, for example name@example.com.').max(254),
  'recipient.message': z.string().trim().max(1_000, 'At most 1,000 characters.').default(''),
});
const seats = confirmed
  .extend({ purpose: z.literal('seats'), 'clinic.name': line(120, 'Say for which clinic the seats are.') })
  .refine((choice) => seatsOf(choice) !== undefined, { path: ['quantity'], error: seatsSentence });

/** What the confirmed checkout form of a purpose says; the sentences stand at the fields. */
export const confirmationFor = (purpose: 'self' | 'gift' | 'seats') => ({ self, gift, seats })[purpose];

export type Confirmation = z.infer<typeof self> | z.infer<typeof gift> | z.infer<typeof seats>;

/** For whom it is, as the verb wants it. */
export function namedIn(form: Confirmation): Pick<CheckoutRequest, 'recipient' | 'clinic'> {
  if (form.purpose === 'gift') {
    const { 'recipient.name': name, 'recipient.email': email, 'recipient.message': message } = form;
    return { recipient: { name, email, message } };
  }
  return form.purpose === 'seats' ? { clinic: { name: form['clinic.name'] } } : {};
}
