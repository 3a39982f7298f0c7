import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import type { CheckedOpening } from './check-opening-file.js';

/** Characters of the largest file. */
export const largestOpening = 60_000;

const csv = z
  .string('Choose a file, or write the balances here.')
  .refine((text) => text.trim() !== '', 'Choose a file, or write the balances here.')
  .refine((text) => text.length <= largestOpening, `At most ${largestOpening} characters.`)
  .describe('account,currency,debit,credit; one balance to a line');
const date = z.iso.date('A date like 2026-11-30.').describe('The balances are of the beginning of this day');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'Check the balances first.');

export const openingCheckSchema = z.strictObject({ csv });
export const openingPostSchema = z.strictObject({ date, csv, hash: hash.describe('As the check answered it') });
/** A form sends its buttons along. */
export const openingCheckForm = z.object({ date, csv });
export const openingPostForm = z.object({ date, csv, hash: z.string().default('') });

export const checkedSchema = z.object({
  hash: z.string().describe('Of the file; say it when you post'),
  lines: z.array(z.object({ row: z.int(), account: z.string(), name: z.string(), amount: moneySchema })),
  against: z.array(moneySchema).describe('Posted to the account of opening balances, so that each currency is even'),
  problems: z.array(z.object({ row: z.int(), field: z.string().nullable(), sentence: z.string() })),
  postedBefore: z.int().describe('How often this file was posted; what was reversed counts'),
  postedAs: z.int().nullable().describe('The entry this file stands as; once reversed it can be posted again'),
});

export const checkedJson = ({ lines, ...checked }: CheckedOpening): z.infer<typeof checkedSchema> => ({
  ...checked,
  lines: lines.map(({ row, account, name, amount, currency }) => ({
    row,
    account,
    name,
    amount: { amount, currency },
  })),
});
