import { z } from 'zod';
import { bundleTextSchema, newBundleSchema } from '../compose/bundle.schemas.js';
import { defaultCurrency, defaultMarket } from '../markets/market.js';
import { marketField, marketName } from '../markets/market.schemas.js';
import { typedPrice } from '../offers/typed-price.js';
import { newListPriceSchema, newOfferSchema } from '../offers/price.schemas.js';
import { slugSchema } from '../quote/quote.js';

const price = newOfferSchema.shape.price;
const version = z.coerce.number('Open this page again.').int().min(1);
const emptyIsNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const listOf = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), schema);

/** What the forms of the back office send: everything is text, an empty field is left out. */
export const newBundleForm = newBundleSchema.extend({
  courses: listOf(newBundleSchema.shape.courses),
  listPrice: emptyIsNothing(typedPrice(defaultCurrency).pipe(price)),
});

export const bundleTextForm = bundleTextSchema.extend({ version });

export const courseMoveForm = z.strictObject({
  version,
  move: z.enum(['up', 'down', 'remove', 'add']),
  course: slugSchema.min(1, 'Choose a course.'),
});

export const publicationForm = z.strictObject({ act: z.enum(['publish', 'withdraw']) });

/** Where a price holds, and in which currency it was typed. */
const place = { market: marketField, currency: z.unknown().optional() };

export const listPriceForm = (currency: string) =>
  z
    .strictObject({
      ...place,
      listPrice: typedPrice(currency).pipe(price),
      effectiveAt: emptyIsNothing(newListPriceSchema.shape.effectiveAt.unwrap()),
      effectiveZone: newListPriceSchema.shape.zone,
      reason: newListPriceSchema.shape.reason,
    })
    .transform(({ listPrice, effectiveZone, currency: _, ...rest }) => ({
      price: listPrice,
      zone: effectiveZone,
      ...rest,
    }));

const typedSeats = z
  .string()
  .trim()
  .regex(/^\d{1,7}$/, 'Enter a whole number.')
  .transform(Number);

export const offerForm = (currency: string) =>
  newOfferSchema
    .extend({
      ...place,
      price: typedPrice(currency).pipe(price),
      seats: emptyIsNothing(typedSeats.pipe(newOfferSchema.shape.seats.unwrap())),
    })
    .transform(({ currency: _, ...rest }) => rest);

export const previewQuery = z.object({
  at: z.string().max(40).default(''),
  zone: z.string().max(60).default('UTC'),
  market: marketName.optional(),
  owns: listOf(z.array(slugSchema).max(50)),
});

/** A currency that is not known shows the busiest one. */
export const todayQuery = z.object({ currency: z.string().max(3).optional() });
/** `?market=` of a page in the back office, and the market a refused form was for. */
export const marketChosen = z.object({ market: marketName.catch(defaultMarket).default(defaultMarket) });
