import { z } from 'zod';
import { type Money, moneySchema } from '../../shared/index.js';
import { marketField } from '../markets/market.schemas.js';

export const slugSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and single hyphens.');

/** What a client may say about a basket: which products, for whom, where. Never a price. */
export const basketSchema = z.strictObject({
  items: z
    .array(
      z.strictObject({
        product: slugSchema,
        quantity: z.int().min(1).max(500).optional().describe('Seats of a clinic; 1 for everybody else'),
      }),
    )
    .max(100),
  code: z.string().trim().max(60).optional(),
  market: marketField.describe('Where it is bought; the default market if left out'),
  purpose: z.enum(['self', 'gift', 'seats']).optional().describe('For oneself if left out'),
});

export const quoteReasonSchema = z.object({
  reason: z.enum(['list', 'volume', 'offer', 'upgrade_credit', 'code']),
  label: z.string(),
  amount: moneySchema.describe('Signed; the reasons of a line sum to its amount'),
  offerId: z.uuid().optional(),
  endsAt: z.iso.datetime().optional().describe('When this reason stops to hold'),
  courseId: z.uuid().optional().describe('Of an upgrade credit: the course that is owned'),
  orderLineId: z.uuid().optional().describe('Of an upgrade credit: the order line it was bought with'),
  codeId: z.uuid().optional(),
});

export const quoteLineSchema = z.object({
  product: z.object({ id: z.uuid(), slug: z.string(), kind: z.enum(['course', 'bundle']), title: z.string() }),
  quantity: z.int().min(1),
  courses: z
    .array(z.object({ id: z.uuid(), slug: z.string(), title: z.string(), listPrice: moneySchema, amount: moneySchema }))
    .describe('The courses the line gives; `amount`: the share of the line that each was sold for'),
  reasons: z.array(quoteReasonSchema),
  amount: moneySchema,
});

export const quoteSchema = z.object({
  currency: z.string(),
  market: z.string(),
  tax: z
    .enum(['none', 'included', 'added'])
    .describe('Whether tax is in these prices, comes on top, or is not collected'),
  at: z.iso.datetime().describe('The instant of the database clock for which the quote holds'),
  code: z.object({ id: z.uuid(), code: z.string(), label: z.string() }).nullable(),
  lines: z.array(quoteLineSchema),
  total: moneySchema,
  notes: z.array(z.string()).describe('What a buyer should know about how this price was made'),
});

export type Basket = z.infer<typeof basketSchema>;
export type QuoteReason = z.infer<typeof quoteReasonSchema>;
export type QuoteLine = z.infer<typeof quoteLineSchema>;

/** The price of a basket at one instant, with a reason for every amount. Plain JSON: an order keeps it as it is. */
export type Quote = z.infer<typeof quoteSchema>;

/** A course this person bought for themselves, and how much of what they paid for it is still theirs to use. */
export interface Holding {
  courseId: string;
  orderLineId: string;
  orderNumber: string;
  /** Paid, less what was refunded or already credited. */
  creditable: Money;
}

/** What a person has: courses with live access, wherever from, and what they paid for. */
export interface Owned {
  courseIds: string[];
  holdings: Holding[];
  /** Of the courses without a creditable holding, why. */
  withoutCredit?: { courseId: string; because: NoCredit }[];
}

/** Not paid for by this person, not paid in full yet, or credited or refunded before. */
export type NoCredit = 'gift' | 'seat' | 'staff' | 'plan' | 'refund' | 'spent';
