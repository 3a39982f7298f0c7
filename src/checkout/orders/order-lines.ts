import type { Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import type { Order } from './order.entity.js';

/** The lines of an order, and what each course of a line was sold for, as the quote says. */
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
    `INSERT INTO order_line_courses (order_line_id, course_id, position, title, list_amount, amount)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::bigint[], $6::bigint[])`,
    [
      shares.map((share) => share.lineId),
      shares.map((share) => share.id),
      shares.map((share) => share.position),
      shares.map((share) => share.title),
      shares.map((share) => share.listPrice.amount),
      shares.map((share) => share.amount.amount),
    ],
  );
}
