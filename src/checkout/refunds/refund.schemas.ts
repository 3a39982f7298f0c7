import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import { refundQuoteSchema } from './refund-quote.js';
import type { RefundRequest, RefundRow } from './refund.queries.js';

/** A form sends one line as a text and several as a list. */
const lines = z
  .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.uuid(), 'Choose what to refund.'))
  .pipe(z.array(z.uuid()).min(1, 'Choose what to refund.').max(50));

const words = (what: string) =>
  z.string(`Enter ${what}.`).trim().min(1, `Enter ${what}.`).max(2000, 'Use at most 2000 characters.');

/** What the buyer chose and was shown: "line+line:amount", in minor units. */
const choice = z
  .string('Choose what to refund.')
  .regex(/^[0-9a-f-]{36}(\+[0-9a-f-]{36}){0,49}:\d{1,12}$/, 'Choose what to refund.')
  .transform((value) => {
    const [lines, amount] = value.split(':') as [string, string];
    return { lineIds: lines.split('+'), amount: Number(amount) };
  });

export const askSchema = z.strictObject({
  what: choice,
  reason: words('why you want your money back'),
  currency: z.string().length(3),
});

export const declineSchema = z.strictObject({ note: words('the reason, as the buyer will read it') });

export const staffRefundSchema = z.strictObject({
  lines,
  amount: z
    .string()
    .trim()
    .regex(/^\d{0,9}([.,]\d{1,3})?$/, 'Enter an amount such as 120.50, or nothing for all that is left.')
    .optional(),
  access: z.enum(['ends', 'stays'], 'Say whether access ends.'),
  note: words('the reason'),
  request: z.uuid().optional().describe('The request of the buyer that this decides; the note is for them then'),
});

export const allocateSchema = z.strictObject({ lines, access: z.enum(['ends', 'stays'], 'Say whether access ends.') });

export const requestSchema = z.object({
  id: z.uuid(),
  orderNumber: z.string(),
  askedAt: z.iso.datetime(),
  askedBy: z.object({ name: z.string(), email: z.string() }),
  reason: z.string(),
  quote: refundQuoteSchema,
  decision: z.enum(['approved', 'declined', 'withdrawn', 'lapsed']).nullable(),
  decidedAt: z.iso.datetime().nullable(),
  note: z.string().nullable(),
});

export const requestJson = (request: RefundRequest): z.infer<typeof requestSchema> => ({
  id: request.id,
  orderNumber: request.orderNumber,
  askedAt: request.askedAt.toISOString(),
  askedBy: { name: request.askedBy.name, email: request.askedBy.email },
  reason: request.reason,
  quote: request.quote,
  decision: request.decision,
  decidedAt: request.decidedAt?.toISOString() ?? null,
  note: request.note,
});

export const refundSchema = z.object({
  id: z.uuid(),
  orderNumber: z.string(),
  cause: z.enum(['request', 'staff', 'dashboard', 'ineligible', 'credit', 'late']),
  status: z.enum(['open', 'sent', 'succeeded', 'failed']),
  amount: moneySchema,
  createdAt: z.iso.datetime(),
  titles: z.array(z.string()),
  allocated: z.boolean().describe('False: staff have yet to say which lines it was for'),
});

export const refundJson = (refund: RefundRow): z.infer<typeof refundSchema> => ({
  id: refund.id,
  orderNumber: refund.orderNumber,
  cause: refund.cause,
  status: refund.status,
  amount: { amount: refund.amount, currency: refund.currency },
  createdAt: refund.createdAt.toISOString(),
  titles: refund.titles,
  allocated: refund.allocated,
});
