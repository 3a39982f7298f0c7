import type { Tx } from '../../database/index.js';
import type { LineGift } from './line-access.js';
import { Order } from './order.entity.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface LockedLine {
  id: string;
  productId: string;
  title: string;
  quantity: number;
  amount: number;
  courses: { id: string; title: string; amount: number; editionId: string | null }[];
}

export class LockedOrder extends Order {
  buyer: { name: string; email: string };
  lines: LockedLine[];
  /** The transaction's time. */
  now: Date;

  /** Whether its price counts on seats of an offer or the use of a code. */
  get holdsClaims(): boolean {
    return Boolean(this.quote.code) || this.quote.lines.some(({ reasons }) => reasons.some(({ offerId }) => offerId));
  }

  /** What it gives, on the terms promised. */
  gifts(): LineGift[] {
    const { id: orderId, personId, purpose, now: at, recipient, clinicId } = this;
    const accessDays = this.terms?.access.days ?? null;
    return this.lines.map((line) => ({ ...line, orderId, purpose, personId, accessDays, at, recipient, clinicId }));
  }
}

/** An order by its session or id, locked until the end of the transaction, with all that settling needs, in one statement. */
export async function lockOrder(
  tx: Tx,
  { sessionId, orderId }: { sessionId: string | null; orderId: string | null },
): Promise<LockedOrder | undefined> {
  const row = await tx.row<Partial<LockedOrder>>(
    `SELECT o.id, o.number, o.person_id AS "personId", o.status, o.currency, o.total, o.quote, o.purpose,
            o.tax_display AS "taxDisplay", o.terms, o.recipient, o.clinic_id AS "clinicId", o.plan, now() AS now,
            o.checkout_session_id AS "checkoutSessionId", o.settled_at AS "settledAt", o.created_at AS "createdAt",
            jsonb_build_object('name', p.name, 'email', p.email) AS buyer,
            (SELECT jsonb_agg(jsonb_build_object('id', l.id, 'productId', l.product_id, 'title', l.title, 'quantity', l.quantity, 'amount', l.amount,
                'courses', (SELECT jsonb_agg(jsonb_build_object('id', c.course_id, 'title', c.title, 'amount', c.amount,
                    'editionId', c.edition_id) ORDER BY c.position)
                  FROM order_line_courses c WHERE c.order_line_id = l.id)) ORDER BY l.position)
             FROM order_lines l WHERE l.order_id = o.id) AS lines
     FROM orders o JOIN people p ON p.id = o.person_id
     WHERE o.checkout_session_id = $1 OR (o.id = $2 AND o.checkout_session_id IS NULL)
     FOR UPDATE OF o`,
    [sessionId, uuid.test(orderId ?? '') ? orderId : null],
  );
  return row && Object.assign(new LockedOrder(), row);
}
