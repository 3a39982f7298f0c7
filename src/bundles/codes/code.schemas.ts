import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import { words } from '../compose/words.js';
import { marketName } from '../markets/market.schemas.js';
import { instantText, zoneText } from '../offers/price.schemas.js';
import { slugSchema } from '../quote/quote.js';

const limit = z.int().min(1, 'At least once.').max(1_000_000, 'At most 1,000,000 times.').optional();

export const newCodeSchema = z.strictObject({
  code: z
    .string('Enter a code.')
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9][A-Z0-9-]{2,38}[A-Z0-9]$/, 'Use 4 to 40 letters, digits and hyphens.'),
  percent: z.int().min(1, 'Enter 1 to 100.').max(100, 'Enter 1 to 100.').optional(),
  off: z
    .array(z.strictObject({ market: marketName, off: moneySchema }))
    .max(20)
    .default([])
    .describe('A fixed sum off, per market, instead of a percentage; it does not count in markets left out'),
  startsAt: instantText,
  endsAt: instantText.describe('The first instant at which the code no longer holds'),
  zone: zoneText,
  totalLimit: limit.describe('How often it may be used in all'),
  personLimit: limit.describe('How often one person may use it'),
  products: z.array(slugSchema).max(100).default([]).describe('Only for these courses and bundles; empty: for all'),
  withOffers: z.boolean().default(true).describe('Whether it also counts where an offer lowered the price'),
  note: words('what it is for', 300),
});

export const codeWithdrawalSchema = z.strictObject({ reason: words('a reason', 300) });

export type NewCode = z.infer<typeof newCodeSchema>;
export type CodeWithdrawal = z.infer<typeof codeWithdrawalSchema>;
