import { z } from 'zod';
import { minorUnits, moneySchema } from '../../shared/index.js';
import { words } from '../compose/words.js';
import { marketField } from '../markets/market.schemas.js';
import { isZone } from '../prices/instant-input.js';

const amount = moneySchema
  .refine((price) => price.amount >= 10 ** minorUnits(price.currency)!, 'A price is at least 1.')
  .refine((price) => price.amount <= 99_999_999, 'No price as high as this can be charged.');

export const instantText = z
  .string('Enter a date and time.')
  .trim()
  .min(1, 'Enter a date and time.')
  .max(40, 'Enter a date and time.')
  .describe('2026-12-01T09:00:00-05:00, or 2026-12-01T09:00 read in `zone`');

export const zoneText = z
  .string()
  .trim()
  .max(60)
  .refine(isZone, 'Enter UTC, an offset such as -05:00, or a zone such as America/New_York.')
  .default('UTC')
  .describe('UTC, an offset, or an IANA name; only for instants without an offset of their own');

export const newListPriceSchema = z.strictObject({
  market: marketField,
  price: amount,
  effectiveAt: instantText.optional().describe('Now if left out; never in the past'),
  zone: zoneText,
  reason: words('a reason', 300),
});

export const newOfferSchema = z.strictObject({
  name: words('a name', 80),
  market: marketField,
  price: amount,
  startsAt: instantText,
  endsAt: instantText.describe('The first instant at which the offer no longer holds'),
  zone: zoneText,
  seats: z
    .int()
    .min(1, 'At least one seat.')
    .max(1_000_000, 'At most 1,000,000 seats.')
    .optional()
    .describe('It holds for the first so many; left out: for everybody'),
});

export const extensionSchema = z.strictObject({
  endsAt: instantText.describe('The new end; later than the old one'),
  zone: zoneText,
  reason: words('a reason', 300).describe('Shown to everybody: “Extended to …, because …”'),
});

export const priceWithdrawalSchema = z.strictObject({ reason: words('a reason', 300) });

export type NewListPrice = z.infer<typeof newListPriceSchema>;
export type NewOffer = z.infer<typeof newOfferSchema>;
export type Extension = z.infer<typeof extensionSchema>;
export type PriceWithdrawal = z.infer<typeof priceWithdrawalSchema>;
