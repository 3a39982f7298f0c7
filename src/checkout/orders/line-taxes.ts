import type { Tx } from '../../database/index.js';
import { money, splitByLargestRemainder } from '../../shared/index.js';
import type { LockedOrder } from './lock-order.js';
import type { SessionState } from './order.entity.js';

/** The tax of each course of each line: what Stripe says of the line, split as the line is. Lines without tax have no rows. */
export async function insertLineTaxes(tx: Tx, order: LockedOrder, state: SessionState): Promise<void> {
  const taxes = lineTaxes(order, state).flatMap((tax, index) => {
    const { id, courses } = order.lines[index]!;
    if (tax === 0) return [];
    const parts = splitBy(
      tax,
      courses.map(({ amount }) => amount),
      state.currency,
    );
    return courses.map((course, place) => ({ lineId: id, courseId: course.id, amount: parts[place]! }));
  });
  await tx.rows(
    `INSERT INTO order_line_taxes (order_line_id, course_id, amount)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[])`,
    [taxes.map(({ lineId }) => lineId), taxes.map(({ courseId }) => courseId), taxes.map(({ amount }) => amount)],
  );
}

/** Stripe's tax of each line in the order's own sequence; if it names no lines, its total in proportion to them. */
function lineTaxes(order: LockedOrder, { tax, lineTaxes: known, currency }: SessionState): number[] {
  const isWhole = known.length === order.lines.length && known.reduce((sum, each) => sum + each, 0) === tax;
  return isWhole
    ? known
    : splitBy(
        tax,
        order.lines.map(({ amount }) => amount),
        currency,
      );
}

function splitBy(amount: number, weights: number[], currency: string): number[] {
  const some = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  return splitByLargestRemainder(money(amount, currency), some).map((part) => part.amount);
}
