import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import { words } from '../compose/words.js';
import { marketField, marketName } from '../markets/market.schemas.js';
import { paymentPlanSchema } from './sale-terms.js';

const percent = (label: string) => z.int(label).min(0, label).max(100, label);

export const newPolicySchema = z.strictObject({
  name: words('a name', 80).describe('The next version of the policy of this name, or a new one'),
  days: z.int('Enter 0 to 366 days.').min(0, 'Enter 0 to 366 days.').max(366, 'Enter 0 to 366 days.'),
  maxProgressPercent: percent('Enter 0 to 100.').describe('Whoever has studied more gets nothing back'),
  feePercent: percent('Enter 0 to 100.').default(0),
  fees: z
    .array(z.strictObject({ market: marketName, fee: moneySchema }))
    .max(20)
    .default([])
    .describe('A fixed fee per market; none in markets left out'),
  reason: words('a reason', 300),
});

export const newTermsSchema = z.strictObject({
  refundPolicy: words('a refund policy', 80).describe('Its name; the latest version holds'),
  accessDays: z.int().min(1).max(3660).nullable().default(null).describe('null: access does not end'),
  plan: paymentPlanSchema.nullable().default(null).describe('null: paid at once'),
  reason: words('a reason', 300),
});

const step = z.strictObject({
  quantity: z.int('Enter 2 to 500 seats.').min(2, 'Enter 2 to 500 seats.').max(500, 'Enter 2 to 500 seats.'),
  percent: z.int('Enter 1 to 90 percent.').min(1, 'Enter 1 to 90 percent.').max(90, 'Enter 1 to 90 percent.'),
});

export const newVolumeSchema = z.strictObject({
  market: marketField,
  steps: z.array(step).max(6).describe('More seats, more percent; none: no volume price'),
  reason: words('a reason', 300),
});

export type NewPolicy = z.infer<typeof newPolicySchema>;
export type NewTerms = z.infer<typeof newTermsSchema>;
export type NewVolume = z.infer<typeof newVolumeSchema>;
