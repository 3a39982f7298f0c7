import { z } from 'zod';
import type { PayoutMove, PayoutRow, PayoutSum } from '../../checkout/index.js';
import { moneySchema } from '../../shared/index.js';

export const verdictSchema = z
  .enum(['matched', 'difference', 'waiting', 'manual'])
  .describe('Whether its transactions make it up; nobody knows what a manual payout was made of');

export const payoutSchema = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  arrivesAt: z.iso.datetime(),
  status: z.string(),
  failure: z.string().nullable(),
  isAutomatic: z.boolean(),
  verdict: verdictSchema,
  amount: moneySchema,
  transactionsNet: moneySchema.nullable(),
  transactions: z.int(),
});

const sums = { amount: moneySchema, fee: moneySchema, net: moneySchema };
export const payoutDetailSchema = payoutSchema.extend({
  sums: z.array(z.object({ category: z.string(), count: z.int(), ...sums })),
  items: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      type: z.string(),
      category: z.string(),
      source: z.string().nullable(),
      orderNumber: z.string().nullable(),
      ...sums,
    }),
  ),
  next: z.string().nullable(),
});

export function payoutJson(row: PayoutRow): z.infer<typeof payoutSchema> {
  const { id, status, failure, isAutomatic, verdict, transactions, currency } = row;
  return {
    ...{ id, status, failure, isAutomatic, verdict, transactions },
    createdAt: row.createdAt.toISOString(),
    arrivesAt: row.arrivesAt.toISOString(),
    amount: { amount: row.amount, currency },
    transactionsNet: row.transactionsNet === null ? null : { amount: row.transactionsNet, currency },
  };
}

export const sumJson = ({ category, count, amount, fee, net }: PayoutSum, currency: string) => ({
  ...{ category, count },
  amount: { amount, currency },
  fee: { amount: fee, currency },
  net: { amount: net, currency },
});

export const moveJson = ({ currency, amount, fee, net, at, ...rest }: PayoutMove) => ({
  ...rest,
  at: at.toISOString(),
  amount: { amount, currency },
  fee: { amount: fee, currency },
  net: { amount: net, currency },
});
