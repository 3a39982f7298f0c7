import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import { monthKey } from './checklist-words.js';
import { type Checklist, checkNames, type Figure, type PayoutStanding } from './checklist.js';
import type { LateEntry } from './period.queries.js';
import type { Period, PeriodMove, SeenMove } from './period.js';

/** "2026-10" in addresses, the first day inside. */
export const monthParam = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'A month is written like 2026-10.')
  .transform((key) => `${key}-01`);

const text = z.string().trim().max(2000, 'Use at most 2000 characters.');
export const closingSchema = z.strictObject({
  note: text.default('').describe('What whoever looks at it later should know'),
});
export const reasonSchema = z.strictObject({
  note: text.min(1, 'Say why, in a few words.').describe('Why'),
});
export const decisionSchema = z.strictObject({
  decision: z.enum(['reopened', 'reopening_declined'], 'Choose one of the two.'),
  note: text.min(1, 'Say why, in a few words.').describe('Why'),
});

const figureSchema = z.object({
  what: z.string(),
  amount: moneySchema.nullable(),
  count: z.int().nullable(),
  at: z.iso.datetime().nullable(),
  wrong: z.boolean().describe('It stands in the way'),
});
const checklistSchema = z.object({
  items: z.array(z.object({ check: z.enum(checkNames), passed: z.boolean(), figures: z.array(figureSchema) })),
  payouts: z.array(
    z.object({
      id: z.string(),
      createdAt: z.iso.datetime(),
      verdict: z.enum(['matched', 'difference', 'waiting', 'manual']),
      amount: moneySchema,
      transactionsNet: moneySchema.nullable(),
      transactions: z.int(),
      explanation: z.object({ note: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
      settled: z.boolean(),
    }),
  ),
});
const moveSchema = z.object({
  move: z.enum(['closed', 'reopening_asked', 'reopened', 'reopening_declined']),
  by: z.string(),
  at: z.iso.datetime(),
  note: z.string(),
});
export const periodSchema = z.object({
  month: z.string(),
  status: z.enum(['open', 'closed']),
  isOver: z.boolean(),
  last: moveSchema.nullable(),
});
export const periodDetailSchema = periodSchema.extend({
  checklist: checklistSchema.describe('As it is now; of a closed month, as it was seen when it was closed'),
  moves: z.array(moveSchema).describe('The audit trail, oldest first'),
  late: z
    .array(
      z.object({
        number: z.int(),
        date: z.iso.date(),
        happenedOn: z.iso.date(),
        kind: z.string(),
        description: z.string(),
        orderNumber: z.string().nullable(),
      }),
    )
    .describe('Happened in the month, came in after it was closed, posted into a later one'),
});

const moveJson = ({ move, byName, at, note }: PeriodMove): z.infer<typeof moveSchema> => ({
  ...{ move, note },
  by: byName,
  at: at.toISOString(),
});

export const periodJson = ({ month, status, isOver, last }: Period): z.infer<typeof periodSchema> => ({
  ...{ status, isOver },
  month: monthKey(month),
  last: last && moveJson(last),
});

const money = (amount: number | null | undefined, currency: string | null | undefined) =>
  typeof amount === 'number' && currency ? { amount, currency } : null;

const figureJson = ({ what, amount, currency, count, at, wrong }: Figure): z.infer<typeof figureSchema> => ({
  ...{ what, wrong },
  amount: money(amount, currency),
  count: count ?? null,
  at: at ?? null,
});

const payoutJson = ({ currency, amount, transactionsNet, ...rest }: PayoutStanding) => ({
  ...rest,
  amount: { amount, currency },
  transactionsNet: money(transactionsNet, currency),
});

interface Detail {
  period: Period;
  checklist: Checklist;
  moves: SeenMove[];
  late: LateEntry[];
}

export const periodDetailJson = ({ period, checklist, moves, late }: Detail): z.infer<typeof periodDetailSchema> => ({
  ...periodJson(period),
  checklist: {
    items: checklist.items.map(({ figures, ...item }) => ({ ...item, figures: figures.map(figureJson) })),
    payouts: checklist.payouts.map(payoutJson),
  },
  moves: moves.map(moveJson),
  late,
});
