import { z } from 'zod';
import type { Money } from '../../shared/index.js';
import type { Market } from '../markets/market.js';
import { typedPrice } from '../offers/typed-price.js';
import { type NewCode, newCodeSchema } from './code.schemas.js';

const emptyIsNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const typedNumber = z
  .string()
  .trim()
  .regex(/^\d{1,7}$/, 'Enter a whole number.')
  .transform(Number);
const { percent, totalLimit, personLimit, products } = newCodeSchema.shape;

/** The name of the field for the sum off in a market. */
export const offField = (market: string): string => `off.${market}`;

/** What the form of a new code sends, with one field for a sum off in each of these markets. */
export function codeForm(markets: readonly Pick<Market, 'name' | 'currency'>[]) {
  const sums = Object.fromEntries(
    markets.map(({ name, currency }) => [offField(name), emptyIsNothing(typedPrice(currency))]),
  );
  return z
    .strictObject({
      ...newCodeSchema.omit({ off: true }).shape,
      percent: emptyIsNothing(typedNumber.pipe(percent.unwrap())),
      totalLimit: emptyIsNothing(typedNumber.pipe(totalLimit.unwrap())),
      personLimit: emptyIsNothing(typedNumber.pipe(personLimit.unwrap())),
      products: z.preprocess((value) => (value === undefined ? [] : [value].flat()), products),
      withOffers: z.literal('yes').optional().transform(Boolean),
    })
    .extend(sums)
    .transform((form): NewCode => {
      const typed = form as Record<string, unknown>;
      const off = markets.flatMap(({ name }) => {
        const sum = typed[offField(name)] as Money | undefined;
        return sum ? [{ market: name, off: sum }] : [];
      });
      const terms: object = Object.fromEntries(Object.entries(form).filter(([field]) => !(field in sums)));
      return { ...(terms as Omit<NewCode, 'off'>), off };
    });
}
