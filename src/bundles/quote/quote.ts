import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';

export const slugSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and single hyphens.');

/** What a client may say about a basket: which products. Never a price. */
export const basketSchema = z.strictObject({
  items: z.array(z.strictObject({ product: slugSchema })).max(100),
  code: z.string().trim().max(60).optional(),
});

export const quoteReasonSchema = z.object({
  reason: z.enum(['list', 'offer']),
  label: z.string(),
  amount: moneySchema.describe('Signed; the reasons of a line sum to its amount'),
  offerId: z.uuid().optional(),
  endsAt: z.iso.datetime().optional().describe('When this reason stops to hold'),
});

export const quoteLineSchema = z.object({
  product: z.object({ id: z.uuid(), slug: z.string(), kind: z.enum(['course', 'bundle']), title: z.string() }),
  courses: z
    .array(z.object({ id: z.uuid(), slug: z.string(), title: z.string(), listPrice: moneySchema }))
    .describe('The courses the line gives, each with its list price alone: the books split the line by them'),
  reasons: z.array(quoteReasonSchema),
  amount: moneySchema,
});

export const quoteSchema = z.object({
  currency: z.string(),
  at: z.iso.datetime().describe('The instant of the database clock for which the quote holds'),
  lines: z.array(quoteLineSchema),
  total: moneySchema,
});

export type Basket = z.infer<typeof basketSchema>;
export type QuoteReason = z.infer<typeof quoteReasonSchema>;
export type QuoteLine = z.infer<typeof quoteLineSchema>;

/** The price of a basket at one instant, with a reason for every amount. Plain JSON: an order keeps it as it is. */
export type Quote = z.infer<typeof quoteSchema>;
