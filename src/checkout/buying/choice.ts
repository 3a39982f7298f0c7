import { z } from 'zod';
import type { CheckoutRequest } from './checkout-request.js';

const mostSeats = 500;

/** What the address of the checkout page says: the product, for whom, how many, the code, how to pay. */
export const choiceSchema = z.object({
  product: z.string().min(1).max(100),
  purpose: z.enum(['self', 'gift', 'seats']).catch('self'),
  /** As it was typed; see `seatsOf`. */
  quantity: z.string().trim().max(20).catch('1').default('1'),
  code: z
    .string()
    .trim()
    .max(60)
    .optional()
    .transform((typed) => typed || undefined),
  pay: z.enum(['full', 'instalments']).catch('full'),
});

export type Choice = z.infer<typeof choiceSchema>;

/** Who chooses, and in which market. */
export interface Chooser {
  personId: string;
  market: string;
}

/** How many seats were typed, or undefined if that is no number of seats. */
export function seatsOf({ purpose, quantity }: Choice): number | undefined {
  if (purpose !== 'seats') return 1;
  const seats = /^\d{1,4}$/.test(quantity) ? Number(quantity) : 0;
  return seats >= 1 && seats <= mostSeats ? seats : undefined;
}

export const seatsSentence = `Between 1 and ${mostSeats} seats.`;

export function requestOf(choice: Choice, { personId, market }: Chooser): CheckoutRequest {
  const { product, purpose, code, pay } = choice;
  return {
    personId,
    market,
    purpose,
    items: [{ product, ...(purpose === 'seats' && { quantity: seatsOf(choice) ?? 1 }) }],
    ...(code && { code }),
    inInstalments: pay === 'instalments',
  };
}

/** The choice as fields of a form or of an address; what goes without saying is left out. */
export function choiceFields({ product, purpose, quantity, code, pay }: Choice): Record<string, string> {
  return {
    product,
    ...(purpose !== 'self' && { purpose }),
    ...(purpose === 'seats' && { quantity }),
    ...(code && { code }),
    ...(pay !== 'full' && { pay }),
  };
}

export const checkoutAddress = (choice: Choice): string =>
  `/checkout?${new URLSearchParams(choiceFields(choice)).toString()}`;
