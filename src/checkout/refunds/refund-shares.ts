import { money, splitByLargestRemainder } from '../../shared/index.js';
import type { SoldOrder } from './refund-case.js';
import type { RefundShare } from './open-refund.js';
import { type QuotedLine, taxOf } from './refund-quote.js';

/** What a quote of some lines means for each of their courses. */
export const sharesOf = (lines: readonly QuotedLine[], closes: boolean): RefundShare[] =>
  lines.flatMap((line) =>
    line.courses.map(({ courseId, amount, tax, credited }) => ({
      lineId: line.lineId,
      courseId,
      amount: amount.amount,
      tax: tax.amount,
      credited: credited.amount,
      closes,
    })),
  );

/** Spreads another amount over the courses of some lines, in proportion to what is left of each. */
export function spread(amount: number, lines: readonly QuotedLine[], order: SoldOrder, closes: boolean): RefundShare[] {
  const whole = sharesOf(lines, closes);
  if (amount === 0) return whole.map((share) => ({ ...share, amount: 0, tax: 0 }));
  const weights = whole.map((share) => share.amount);
  const parts = splitByLargestRemainder(money(amount, order.currency), weights);
  const courses = order.lines.flatMap((line) => line.courses.map((course) => ({ lineId: line.id, course })));
  return whole.map((share, index) => {
    const { course } = courses.find((each) => each.lineId === share.lineId && each.course.id === share.courseId)!;
    return { ...share, amount: parts[index]!.amount, tax: taxOf(course, parts[index]!.amount) };
  });
}
