import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import type { OrderView } from './order.queries.js';
import type { Order } from './order.entity.js';

export const basketSchema = z.strictObject({
  items: z
    .array(z.strictObject({ product: z.string().min(1).max(100) }))
    .min(1, 'Choose something to buy.')
    .max(10, 'At most ten things can be bought at once.'),
  code: z.string().trim().min(1).max(40).optional(),
  expectedTotal: moneySchema
    .optional()
    .describe('The total that was shown; if the price is another now, nothing is ordered'),
});

export const orderSchema = z.object({
  number: z.string(),
  status: z.enum(['pending', 'awaiting_payment', 'paid', 'expired', 'refunded', 'partially_refunded', 'disputed']),
  total: moneySchema,
  lines: z.array(z.object({ product: z.string(), title: z.string(), amount: moneySchema })),
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
    lines: order.quote.lines.map((line) => ({
      product: line.product.slug,
      title: line.product.title,
      amount: line.amount,
    })),
    createdAt: order.createdAt.toISOString(),
    paidAt: order.settledAt?.toISOString() ?? null,
    checkoutUrl: order.status === 'pending' ? order.checkoutUrl : null,
    checkoutExpiresAt: order.checkoutExpiresAt.toISOString(),
  };
}
