import type { Tx } from '../../database/index.js';
import { Order, type SessionState } from './order.entity.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export class LockedOrder extends Order {
  buyer: { name: string; email: string };
  lines: { id: string; title: string; amount: number; courseIds: string[] }[];
}

/** The order of a session, locked until the end of the transaction, with all that settling needs, in one statement. */
export async function lockOrder(tx: Tx, state: SessionState): Promise<LockedOrder | undefined> {
  const row = await tx.row<Partial<LockedOrder>>(
    `SELECT o.id, o.number, o.person_id AS "personId", o.status, o.currency, o.total, o.quote, o.purpose,
            o.checkout_session_id AS "checkoutSessionId", o.settled_at AS "settledAt", o.created_at AS "createdAt",
            jsonb_build_object('name', p.name, 'email', p.email) AS buyer,
            (SELECT jsonb_agg(jsonb_build_object('id', l.id, 'title', l.title, 'amount', l.amount, 'courseIds',
                      (SELECT jsonb_agg(c.course_id ORDER BY c.position) FROM order_line_courses c
                       WHERE c.order_line_id = l.id)) ORDER BY l.position)
             FROM order_lines l WHERE l.order_id = o.id) AS lines
     FROM orders o JOIN people p ON p.id = o.person_id
     WHERE o.checkout_session_id = $1 OR (o.id = $2 AND o.checkout_session_id IS NULL)
     FOR UPDATE OF o`,
    [state.sessionId, uuid.test(state.orderId ?? '') ? state.orderId : null],
  );
  return row && Object.assign(new LockedOrder(), row);
}
