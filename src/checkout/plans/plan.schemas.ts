import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import type { Instalment } from './instalment.queries.js';
import type { InstalmentPage } from './pay-instalments.js';

export const instalmentsSchema = z.object({
  items: z.array(
    z.object({
      position: z.int(),
      amount: moneySchema,
      dueAt: z.iso.datetime(),
      paidAt: z.iso.datetime().nullable(),
      state: z.enum(['paid', 'due', 'coming', 'missed', 'cancelled']),
    }),
  ),
});

export const payRequestSchema = z
  .strictObject({ rest: z.boolean().default(false).describe('Everything that is left, not only what is due') })
  .default({ rest: false });

export const instalmentPageSchema = z.object({
  amount: moneySchema,
  checkoutUrl: z.string().describe('Where to pay'),
  expiresAt: z.iso.datetime(),
});

export const instalmentsJson = (items: readonly Instalment[], currency: string): z.infer<typeof instalmentsSchema> => ({
  items: items.map(({ position, amount, dueAt, paidAt, state }) => ({
    position,
    amount: { amount, currency },
    dueAt: dueAt.toISOString(),
    paidAt: paidAt?.toISOString() ?? null,
    state,
  })),
});

export const pageJson = ({
  amount,
  currency,
  url,
  expiresAt,
}: InstalmentPage): z.infer<typeof instalmentPageSchema> => ({
  amount: { amount, currency },
  checkoutUrl: url!,
  expiresAt: expiresAt.toISOString(),
});
