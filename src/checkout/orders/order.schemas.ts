import { z } from 'zod';
import { basketSchema } from '../../bundles/index.js';
import { moneySchema } from '../../shared/index.js';
import { promiseSchema } from './checkout-promise.js';
import type { OrderView } from './order.queries.js';
import type { Order } from './order.entity.js';

/** What a client asks for: the basket of a quote, and what an order needs beside it. Never a price. */
export const orderRequestSchema = basketSchema.extend({
  items: basketSchema.shape.items.min(1, 'Choose something to buy.'),
  inInstalments: z.boolean().optional().describe('Pays by the payment plan of the product'),
  recipient: z
    .strictObject({
      name: z.string().trim().min(1).max(120),
      email: z.email().max(254),
      message: z.string().trim().max(1000).default(''),
    })
    .optional()
    .describe('For whom a gift is: invited by mail as soon as it is paid'),
  clinic: z
    .union([z.strictObject({ id: z.uuid() }), z.strictObject({ name: z.string().trim().min(1).max(120) })])
    .optional()
    .describe('For which clinic seats are: one you manage, or the name of a new one'),
  expectedTotal: moneySchema
    .optional()
    .describe('The total that was shown; if the price is another now, nothing is ordered'),
});

export const orderSchema = z.object({
  number: z.string(),
  status: z.enum(['pending', 'awaiting_payment', 'paid', 'expired', 'refunded', 'partially_refunded', 'disputed']),
  total: moneySchema,
  tax: moneySchema.describe('As Stripe computed it; nothing before the payment'),
  taxDisplay: z.enum(['none', 'included', 'added']).describe('Whether the tax is in the total or comes on top'),
  market: z.string(),
  purpose: z.enum(['self', 'gift', 'seats']),
  lines: z.array(z.object({ product: z.string(), title: z.string(), quantity: z.int(), amount: moneySchema })),
  terms: promiseSchema.nullable().describe('What was promised; orders from before that was kept have none'),
  createdAt: z.iso.datetime(),
  paidAt: z.iso.datetime().nullable(),
  checkoutUrl: z.string().nullable().describe('Where to pay, while the order can be paid'),
  checkoutExpiresAt: z.iso.datetime().describe('Until then the price in this order is locked'),
});

export function orderJson(order: Order | OrderView): z.infer<typeof orderSchema> {
  return {
    number: order.number,
    status: order.status,
    total: { amount: order.total, currency: order.currency },
    tax: { amount: order.tax, currency: order.currency },
    taxDisplay: order.taxDisplay,
    market: order.market,
    purpose: order.purpose,
    terms: order.terms,
    lines: order.quote.lines.map((line) => ({
      product: line.product.slug,
      title: line.product.title,
      quantity: line.quantity,
      amount: line.amount,
    })),
    createdAt: order.createdAt.toISOString(),
    paidAt: order.settledAt?.toISOString() ?? null,
    checkoutUrl: order.status === 'pending' ? order.checkoutUrl : null,
    checkoutExpiresAt: order.checkoutExpiresAt.toISOString(),
  };
}
