import type { QuoteLine } from '../../bundles/index.js';
import type { Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import type { Order } from './order.entity.js';

/** The lines of an order, what each course of a line was sold for, and the credit used, as the quote says. */
export async function insertLines(tx: Tx, order: Order): Promise<void> {
  const lines = order.quote.lines.map((line, position) => ({ id: newId(), position, line }));
  await tx.rows(
    `INSERT INTO order_lines (id, order_id, position, product_id, title, amount, quantity)
     SELECT id, $1, position, product_id, title, amount, quantity
     FROM unnest($2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::bigint[], $7::int[])
       AS l (id, position, product_id, title, amount, quantity)`,
    [
      order.id,
      lines.map(({ id }) => id),
      lines.map(({ position }) => position),
      lines.map(({ line }) => line.product.id),
      lines.map(({ line }) => line.product.title),
      lines.map(({ line }) => line.amount.amount),
      lines.map(({ line }) => line.quantity),
    ],
  );
  const shares = lines.flatMap(({ id, line }) =>
    line.courses.map((course, position) => ({ lineId: id, position, ...course })),
  );
  await tx.rows(
    `INSERT INTO order_line_courses (order_line_id, course_id, position, title, list_amount, amount, edition_id)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::bigint[], $6::bigint[], $7::uuid[])`,
    [
      shares.map((share) => share.lineId),
      shares.map((share) => share.id),
      shares.map((share) => share.position),
      shares.map((share) => share.title),
      shares.map((share) => share.listPrice.amount),
      shares.map((share) => share.amount.amount),
      shares.map((share) => order.terms?.editions.find(({ courseId }) => courseId === share.id)?.editionId ?? null),
    ],
  );
  await insertCredits(tx, lines);
}

/** Credit that was used is spent; it is kept where it came from. */
async function insertCredits(tx: Tx, lines: { id: string; line: QuoteLine }[]): Promise<void> {
  const credits = lines.flatMap(({ id, line }) =>
    line.reasons
      .filter(({ reason }) => reason === 'upgrade_credit')
      .map(({ orderLineId, courseId, amount }) => ({ id, from: orderLineId, courseId, amount: -amount.amount })),
  );
  if (credits.length === 0) return;
  await tx.rows(
    `INSERT INTO upgrade_credits (order_line_id, from_order_line_id, course_id, amount)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[])`,
    [
      credits.map(({ id }) => id),
      credits.map(({ from }) => from),
      credits.map(({ courseId }) => courseId),
      credits.map(({ amount }) => amount),
    ],
  );
}
