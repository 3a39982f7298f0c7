import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import type { SoldOrder } from './refund-case.js';
import { refundParts } from './refund-parts.js';

export type RefundCause = 'request' | 'staff' | 'dashboard' | 'ineligible' | 'credit' | 'late';

/** What goes back for one course of a line; amounts gross, in minor units. */
export interface RefundShare {
  lineId: string;
  courseId: string;
  amount: number;
  tax: number;
  /** Kept because a later purchase counts on it. */
  credited: number;
  /** Whether its access ends. */
  closes: boolean;
}

export interface RefundIntention {
  cause: RefundCause;
  shares: RefundShare[];
  by: string | null;
  note: string | null;
  requestId?: string | undefined;
  /** Makes it unique where it has no request: one refund per subject. */
  subject?: string;
}

/** Writes down that money is to go back, before anybody asks Stripe. The order is held. */
@Injectable()
export class OpenRefund {
  constructor(private readonly facts: Facts) {}

  /** @returns the refund's id; undefined if its subject was refunded already */
  async open(tx: Tx, order: SoldOrder, intention: RefundIntention): Promise<string | undefined> {
    const { shares, cause, by, note, requestId = null, subject = null } = intention;
    const id = newId();
    const amount = shares.reduce((sum, share) => sum + share.amount, 0);
    const tax = shares.reduce((sum, share) => sum + share.tax, 0);
    const written = await tx.row(
      `INSERT INTO refunds (id, order_id, cause, request_id, subject, amount, tax, currency, note, created_by, status)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open') ON CONFLICT (subject) DO NOTHING RETURNING id`,
      [id, order.id, cause, requestId, subject, amount, tax, order.currency, note, by],
    );
    if (!written) return undefined;
    await insertShares(tx, id, shares);
    const parts = refundParts(amount, order.payments);
    await tx.rows(
      `INSERT INTO refund_parts (id, refund_id, payment_id, amount, status)
       SELECT id, $1, payment_id, amount, 'open' FROM unnest($2::uuid[], $3::uuid[], $4::bigint[]) AS p (id, payment_id, amount)`,
      [id, parts.map(() => newId()), parts.map(({ paymentId }) => paymentId), parts.map((part) => part.amount)],
    );
    if (shares.some(({ closes }) => closes)) await this.cancelInstalments(tx, order.id);
    this.facts.record(tx, 'refund.opened', { refundId: id, orderId: order.id, cause, ...(by && { personId: by }) });
    return id;
  }

  /** What closes is not paid for any more. One that a bank is being asked about stays until it answers. */
  private async cancelInstalments(tx: Tx, orderId: string): Promise<void> {
    await tx.rows(
      `UPDATE instalments SET cancelled_at = now(), next_try_at = NULL
       WHERE order_id = $1 AND paid_at IS NULL AND cancelled_at IS NULL AND NOT asking`,
      [orderId],
    );
  }
}

export async function insertShares(tx: Tx, refundId: string, shares: readonly RefundShare[]): Promise<void> {
  await tx.rows(
    `INSERT INTO refund_lines (refund_id, order_line_id, course_id, amount, tax, closes, credited)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $6::boolean[], $7::bigint[])`,
    [
      refundId,
      shares.map(({ lineId }) => lineId),
      shares.map(({ courseId }) => courseId),
      shares.map(({ amount }) => amount),
      shares.map(({ tax }) => tax),
      shares.map(({ closes }) => closes),
      shares.map(({ closes, credited }) => (closes ? credited : 0)),
    ],
  );
}
