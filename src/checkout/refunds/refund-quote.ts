import { z } from 'zod';
import type { RefundPolicy } from '../../bundles/index.js';
import { refundWords } from '../orders/promise-words.js';
import { money, moneySchema, share, splitByLargestRemainder } from '../../shared/index.js';

/** One course of a line as it stands; amounts in minor units, gross: what the buyer paid, tax in it. */
export interface PaidCourse {
  id: string;
  title: string;
  gross: number;
  tax: number;
  refunded: number;
  refundedTax: number;
  /** Credited to a later purchase that stands. */
  credited: number;
  /** Its access was taken back by a refund. */
  closed: boolean;
  /** Kept by that refund because it was credited, and not given back since. */
  withheld: number;
}

export interface PaidLine {
  id: string;
  title: string;
  /** Studied so far, in whole percent of the line. */
  progressPercent: number;
  courses: PaidCourse[];
}

/** A settled order with all that decides on what can go back. */
export interface RefundCase {
  currency: string;
  settledAt: Date;
  policy: RefundPolicy;
  /** Money received and not given back, in minor units; less than the lines say while instalments are open. */
  held: number;
  disputed: boolean;
  /** Not paid yet and not cancelled. */
  instalments: { count: number; amount: number };
  lines: PaidLine[];
}

const courseSchema = z.object({
  courseId: z.uuid(),
  title: z.string(),
  paid: moneySchema,
  refunded: moneySchema,
  credited: moneySchema.describe('Used for a later purchase that stands'),
  amount: moneySchema.describe('What goes back'),
  tax: moneySchema.describe('Of that, tax'),
});

export const refundQuoteSchema = z.object({
  currency: z.string(),
  until: z.iso.datetime().describe('The last instant of the refund period, exclusive'),
  lines: z.array(
    z.object({
      lineId: z.uuid(),
      title: z.string(),
      progressPercent: z.int(),
      courses: z.array(courseSchema),
      fee: moneySchema,
      amount: moneySchema,
      tax: moneySchema,
      refusal: z.string().nullable().describe('Why nothing goes back by the terms'),
    }),
  ),
  total: moneySchema,
  policy: z.string(),
});

export type RefundQuote = z.infer<typeof refundQuoteSchema>;
export type QuotedLine = RefundQuote['lines'][number];

const day = 86_400_000;

export const refundUntil = (settledAt: Date, policy: RefundPolicy): Date =>
  new Date(settledAt.getTime() + policy.days * day);

/** What goes back to the cent, line by line. `strict`: by the terms of the order; otherwise all that is left, without a fee. */
export function quoteRefund(order: RefundCase, now: Date, { strict }: { strict: boolean }): RefundQuote {
  const held = heldOf(order, strict);
  const lines = order.lines.map((line, index) => {
    const refusal = strict ? refusalOf(order, line, now) : disputedOrGone(order, line, held[index]!);
    return quoteLine(order, line, held[index]!, { refusal, strict });
  });
  return {
    currency: order.currency,
    until: refundUntil(order.settledAt, order.policy).toISOString(),
    lines,
    total: money(
      lines.reduce((sum, line) => sum + line.amount.amount, 0),
      order.currency,
    ),
    policy: refundWords(order.policy, order.currency),
  };
}

/** By the terms nothing is left of what was closed; a fee that was kept may be given back all the same. */
const left = (course: PaidCourse, strict: boolean): number =>
  strict && course.closed ? 0 : Math.max(0, course.gross - course.refunded - course.credited);

const leftOf = (line: PaidLine, strict: boolean): number =>
  line.courses.reduce((sum, course) => sum + left(course, strict), 0);

/** What is held of each line: all that is left of it, or its part of what was paid while instalments are open. */
function heldOf({ lines, held, currency }: RefundCase, strict: boolean): number[] {
  const each = lines.map((line) => leftOf(line, strict));
  const all = each.reduce((sum, amount) => sum + amount, 0);
  if (held >= all) return each;
  return splitByLargestRemainder(money(Math.max(0, held), currency), each).map(({ amount }) => amount);
}

function disputedOrGone(order: RefundCase, line: PaidLine, held: number): string | null {
  if (order.disputed) return 'The payment is disputed: the bank decides where this money goes.';
  return held === 0 && line.courses.every(({ closed }) => closed) ? 'It was refunded already.' : null;
}

function refusalOf(order: RefundCase, line: PaidLine, now: Date): string | null {
  const { days, maxProgressPercent } = order.policy;
  const refusal = disputedOrGone(order, line, 0);
  if (refusal) return refusal;
  if (days === 0) return 'This was sold without refunds.';
  if (now >= refundUntil(order.settledAt, order.policy)) return `The ${days} days for a refund are over.`;
  if (line.progressPercent > maxProgressPercent) {
    return `${line.progressPercent}% is studied; refunds end at ${maxProgressPercent}%.`;
  }
  return null;
}

function quoteLine(
  order: RefundCase,
  line: PaidLine,
  held: number,
  { refusal, strict }: { refusal: string | null; strict: boolean },
): QuotedLine {
  const cash = (amount: number) => money(amount, order.currency);
  const open = line.courses.map((course) => (refusal ? 0 : left(course, strict)));
  const most = refusal ? 0 : held;
  const { feePercent, feeFixed } = order.policy;
  const fee = strict ? Math.min(most, share(cash(most), feePercent, 100).amount + feeFixed) : 0;
  const amounts =
    most > 0 ? splitByLargestRemainder(cash(most - fee), open).map(({ amount }) => amount) : open.map(() => 0);
  const courses = line.courses.map((course, index) => ({
    courseId: course.id,
    title: course.title,
    paid: cash(course.gross),
    refunded: cash(course.refunded),
    credited: cash(course.credited),
    amount: cash(amounts[index]!),
    tax: cash(taxOf(course, amounts[index]!)),
  }));
  return {
    lineId: line.id,
    title: line.title,
    progressPercent: line.progressPercent,
    courses,
    fee: cash(fee),
    amount: cash(most - fee),
    tax: cash(courses.reduce((sum, { tax }) => sum + tax.amount, 0)),
    refusal,
  };
}

/** What a refund kept of a course as credit, and nothing counts on any more: it goes back. */
export const freedOf = (course: PaidCourse): number =>
  course.closed ? Math.min(Math.max(0, course.withheld - course.credited), left(course, false)) : 0;

/** Whether nothing of a course is with us for a purchase that stands, or on its way back. */
export const isDone = (course: PaidCourse): boolean => Math.min(course.withheld, course.gross - course.refunded) <= 0;

/** The tax in a refund of a course; the refund of all that is left takes all the tax that is left. */
export function taxOf(course: PaidCourse, amount: number): number {
  const [gross, tax] = [course.gross - course.refunded, course.tax - course.refundedTax];
  if (amount === 0 || tax === 0) return 0;
  return amount >= gross ? tax : share(money(tax, 'USD'), amount, gross).amount;
}
