import { z } from 'zod';
import { words } from '../compose/words.js';
import { defaultMarket } from './market.js';

export const marketName = z.string().regex(/^[a-z]{2,20}$/, 'Small letters.');

export const marketField = marketName.optional().describe('The default market if left out');

/** `?market=` of a read. */
export const marketQuery = { market: marketName.default(defaultMarket).describe('Where the prices hold') };

const days = (from: number, label: string) => z.int(label).min(from, label).max(365, label);

export const taxDisplay = z.enum(['none', 'included', 'added'], 'Choose how tax is shown.');

/** What was left out stays as it is. `version` is the one the editor saw. */
export const marketChangeSchema = z.strictObject({
  version: z.int().min(1),
  tax: taxDisplay.optional().describe('Not collected, in the prices, or on top of them'),
  showPriorPrice: z.boolean().optional().describe('Whether reductions show the prior price'),
  priorPriceDays: days(30, 'Enter 30 to 365 days.').optional(),
  coolingOffDays: days(0, 'Enter 0 to 365 days.').optional(),
  active: z.boolean().optional().describe('Whether anything can be bought there'),
  reason: words('a reason', 300),
});

export type MarketChange = z.infer<typeof marketChangeSchema>;

const typedDays = (schema: z.ZodType<number | undefined>) =>
  z.preprocess((text) => (typeof text === 'string' && /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN), schema);

/** What the form sends: everything is text, an empty box is left out. */
export const marketForm = z.strictObject({
  version: z.coerce.number('Open this page again.').int().min(1),
  tax: taxDisplay,
  showPriorPrice: z.literal('yes').optional().transform(Boolean),
  priorPriceDays: typedDays(marketChangeSchema.shape.priorPriceDays),
  coolingOffDays: typedDays(marketChangeSchema.shape.coolingOffDays),
  active: z.literal('yes').optional().transform(Boolean),
  reason: marketChangeSchema.shape.reason,
});
