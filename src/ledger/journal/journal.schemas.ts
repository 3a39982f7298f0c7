import { z } from 'zod';
import { currencySchema, moneySchema } from '../../shared/index.js';
import { emptyIsUnset } from '../../web/index.js';
import { currencyFilter, inOrder, listFields, notInOrder } from '../list-filter.js';
import type { Entry, EntryRow, PostingRow } from './journal.queries.js';
import type { Names } from './names.js';

export const kinds = [
  ...([
    'sale',
    'refund',
    'refund_failure',
    'dispute',
    'dispute_won',
    'dispute_lost',
    'payout',
    'payout_arrival',
  ] as const),
  ...(['payout_return', 'fee', 'recognition', 'suspense', 'resolution', 'manual', 'opening', 'reversal'] as const),
] as const;
const kind = z.enum(kinds);

export const codeSchema = z.string().regex(/^[1-9]\d{3}$/, 'Four digits, for example 6100.');
export const entryNumber = z.coerce.number().int().min(1);
const dimension = emptyIsUnset(z.uuid());

const days = { from: listFields.from, to: listFields.to };
export const journalFilterSchema = z
  .strictObject({
    ...listFields,
    after: emptyIsUnset(entryNumber),
    kind: emptyIsUnset(kind),
    account: emptyIsUnset(codeSchema),
    currency: currencyFilter,
  })
  .refine(inOrder, notInOrder);
export type JournalQuery = z.infer<typeof journalFilterSchema>;

export const accountFilterSchema = z
  .strictObject({
    ...days,
    limit: listFields.limit,
    after: emptyIsUnset(z.string().regex(/^\d{4}-\d\d-\d\d\.\d{1,15}\.\d{1,6}$/)),
    currency: currencyFilter,
    kind: emptyIsUnset(kind),
    course: dimension,
    product: dimension,
    cohort: emptyIsUnset(z.iso.date()),
    jurisdiction: emptyIsUnset(z.string().max(20)),
  })
  .refine(inOrder, notInOrder);
export type AccountQuery = z.infer<typeof accountFilterSchema>;

export const chartFilter = z.strictObject({ at: emptyIsUnset(z.iso.date('A date like 2026-11-30.')) });

const words = (what: string, most: number) =>
  z.string(`Write ${what}.`).trim().min(1, `Write ${what}.`).max(most, `Use at most ${most} characters.`);
const date = z.iso.date('A date like 2026-11-30.');

export const handEntrySchema = z.strictObject({
  key: z.uuid().describe('Yours: the same key posts once'),
  date,
  description: words('what this is and why', 400),
  currency: currencySchema,
  postings: z
    .array(z.strictObject({ account: codeSchema, amount: z.int().refine((amount) => amount !== 0, 'Not zero.') }))
    .min(2, 'An entry has at least two lines.')
    .max(20, 'At most 20 lines.')
    .describe('Debit positive, credit negative; minor units'),
});
export const reversalSchema = z.strictObject({ date, reason: words('why it is reversed', 300) });

const accountKind = z.enum(['asset', 'liability', 'equity', 'income', 'expense'], 'Choose what kind of account it is.');
export const newAccountSchema = z.strictObject({ code: codeSchema, name: words('a name', 60), kind: accountKind });

const thing = z.object({ slug: z.string(), title: z.string() }).nullable();
export const postingSchema = z.object({
  account: z.string(),
  accountName: z.string(),
  amount: moneySchema.describe('Debit positive, credit negative'),
  course: thing,
  product: thing,
  cohort: z.string().nullable().describe('First day of the month of sale'),
  jurisdiction: z.string().nullable(),
});
export const entryRowSchema = z.object({
  number: z.int(),
  date: z.iso.date(),
  happenedOn: z.iso.date().nullable().describe('Of a late item: the day it belongs to'),
  kind,
  description: z.string(),
  sourceKind: z.string(),
  sourceId: z.string(),
  orderNumber: z.string().nullable(),
  reverses: z.int().nullable(),
  postedAt: z.iso.datetime(),
  postedBy: z.string().nullable().describe('Null: the product itself'),
  sums: z.array(moneySchema).describe('Debits by currency'),
});
export const entrySchema = entryRowSchema.extend({
  purpose: z.string(),
  reversedBy: z.int().nullable(),
  postings: z.array(postingSchema),
});
export const accountLineSchema = z.object({
  entry: z.int(),
  date: z.iso.date(),
  kind,
  description: z.string(),
  orderNumber: z.string().nullable(),
  amount: moneySchema,
  balance: moneySchema.describe('After this line'),
});
export const accountSchema = z.object({ code: z.string(), name: z.string(), kind: accountKind });

export const rowJson = ({ postedAt, ...row }: EntryRow): z.infer<typeof entryRowSchema> => ({
  ...row,
  postedAt: postedAt.toISOString(),
});

export const entryJson = (
  { postings, purpose, reversedBy, ...row }: Entry,
  names: Names,
): z.infer<typeof entrySchema> => ({
  ...{ ...rowJson(row), purpose, reversedBy },
  postings: postings.map((posting) => postingJson(posting, names)),
});

const postingJson = (posting: PostingRow, names: Names): z.infer<typeof postingSchema> => {
  const { account, accountName, amount, currency, courseId, productId, cohort, jurisdiction } = posting;
  return {
    ...{ account, accountName, amount: { amount, currency }, cohort, jurisdiction },
    course: named(names.course(courseId)),
    product: named(names.product(productId)),
  };
};

const named = (thing: { slug: string; title: string } | null) => thing && { slug: thing.slug, title: thing.title };
