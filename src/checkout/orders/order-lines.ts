import type { QuoteLine } from '../../bundles/index.js';
import type { Tx } from '../../database/index.js';
import { newId, splitByLargestRemainder } from '../../shared/index.js';
import type { Order } from './order.entity.js';

/**
 * The lines of an order, and what each course of a line was sold for: the line's amount split in proportion to the list
 * prices at this moment (ASC 606-10-32-36, IFRS 15), so that refunds and books never have to split again.
 */
export async function insertLines(tx: Tx, order: Order): Promise<void> {
  const lines = order.quote.lines.map((line, position) => ({ id: newId(), position, line }));
  await tx.rows(
    `INSERT INTO order_lines (id, order_id, position, product_id, title, amount)
     SELECT id, $1, position, product_id, title, amount
     FROM unnest($2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::bigint[]) AS l(id, position, product_id, title, amount)`,
    [
      order.id,
      lines.map(({ id }) => id),
      lines.map(({ position }) => position),
      lines.map(({ line }) => line.product.id),
      lines.map(({ line }) => line.product.title),
      lines.map(({ line }) => line.amount.amount),
    ],
  );
  const shares = lines.flatMap(({ id, line }) => courseShares(line).map((share) => ({ lineId: id, ...share })));
  await tx.rows(
    `INSERT INTO order_line_courses (order_line_id, course_id, position, title, list_amount, amount)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::bigint[], $6::bigint[])`,
    [
      shares.map((share) => share.lineId),
      shares.map((share) => share.courseId),
      shares.map((share) => share.position),
      shares.map((share) => share.title),
      shares.map((share) => share.listAmount),
      shares.map((share) => share.amount),
    ],
  );
}

/** Each course's share of what the line costs, in minor units. */
export function courseShares(line: QuoteLine) {
  const weights = line.courses.map((course) => course.listPrice.amount);
  // Courses that are only sold together weigh the same.
  const usable = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  const parts = splitByLargestRemainder(line.amount, usable);
  return line.courses.map((course, position) => ({
    courseId: course.id,
    position,
    title: course.title,
    listAmount: course.listPrice.amount,
    amount: parts[position]!.amount,
  }));
}
