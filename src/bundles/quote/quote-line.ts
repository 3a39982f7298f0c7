import { add, type Money, splitByLargestRemainder, subtract } from '../../shared/index.js';
import type { QuoteLine, QuoteReason } from './quote.js';

/** A line on its way through the stacking rule: its reasons, and its courses' amounts, always sum to its amount. */
export type LineDraft = Omit<QuoteLine, 'amount'>;

export function amountOf({ courses }: Pick<LineDraft, 'courses'>): Money {
  const [first, ...rest] = courses.map((course) => course.amount) as [Money, ...Money[]];
  return add(first, ...rest);
}

/** The line with one more reason, which takes `off` from each course, in the order of the courses. */
export function reduced(line: LineDraft, off: readonly Money[], reason: QuoteReason): LineDraft {
  const courses = line.courses.map((course, index) => ({ ...course, amount: subtract(course.amount, off[index]!) }));
  return { ...line, courses, reasons: [...line.reasons, reason] };
}

export const isOnOffer = (line: Pick<LineDraft, 'reasons'>): boolean =>
  line.reasons.some((reason) => reason.reason === 'offer');

/** An amount in proportion to weights, of which all may be nothing: then they weigh the same. */
export const split = (amount: Money, weights: readonly number[]): Money[] =>
  splitByLargestRemainder(amount, weights.some((weight) => weight > 0) ? weights : weights.map(() => 1));
