import type { Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import type { LockedOrder } from '../orders/lock-order.js';

/** Writes the instalments that were promised; the first one was paid with the order. */
export async function insertInstalments(tx: Tx, order: LockedOrder, paymentIntent: string): Promise<void> {
  const parts = order.terms?.plan?.instalments ?? [];
  await tx.rows(
    `INSERT INTO instalments (id, order_id, position, amount, due_at, next_try_at, paid_at, payment_intent)
     SELECT i.id, $1, i.position, i.amount, i.due_at, CASE WHEN i.position > 1 THEN i.due_at END,
            CASE WHEN i.position = 1 THEN now() END, CASE WHEN i.position = 1 THEN $2 END
     FROM unnest($3::uuid[], $4::int[], $5::bigint[], $6::timestamptz[]) AS i (id, position, amount, due_at)`,
    [
      order.id,
      paymentIntent,
      parts.map(() => newId()),
      parts.map((_, index) => index + 1),
      parts.map(({ amount }) => amount.amount),
      parts.map(({ dueAt }) => dueAt),
    ],
  );
}
