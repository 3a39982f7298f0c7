import { z } from 'zod';
import type { CheckoutRequest } from './checkout-request.js';

/** What the address of the checkout page says: the product, the code, how to pay. */
export const choiceSchema = z.object({
  product: z.string().min(1).max(100),
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

export const requestOf = ({ product, code, pay }: Choice, { personId, market }: Chooser): CheckoutRequest => ({
  personId,
  market,
  items: [{ product }],
  ...(code && { code }),
  inInstalments: pay === 'instalments',
});

/** The choice as fields of a form or of an address; what goes without saying is left out. */
export function choiceFields({ product, code, pay }: Choice): Record<string, string> {
  return { product, ...(code && { code }), ...(pay !== 'full' && { pay }) };
}

export const checkoutAddress = (choice: Choice): string =>
  `/checkout?${new URLSearchParams(choiceFields(choice)).toString()}`;
