import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { LineAccess, type LineRef } from '../orders/line-access.js';
import { RefundMails } from './refund.mails.js';
import { insertReview } from '../orders/order-review.js';
import type { SoldOrder } from './refund-case.js';

export type RefundStatus = 'open' | 'sent' | 'succeeded' | 'failed';

/** What Stripe says of the parts, said of the whole: failed as soon as one part is, done when all are. */
export function refundStatus(parts: readonly RefundStatus[]): RefundStatus {
  if (parts.includes('failed')) return 'failed';
  if (parts.includes('open')) return 'open';
  return parts.includes('sent') ? 'sent' : 'succeeded';
}

export const refundEnd = (refundId: string): string => `refund:${refundId}`;

/** Lets access, mails and facts follow what became of a refund. Repeating it changes nothing. The order is held. */
@Injectable()
export class ApplyRefund {
  constructor(
    private readonly clock: Clock,
    private readonly access: LineAccess,
    private readonly mails: RefundMails,
    private readonly facts: Facts,
  ) {}

  async apply(tx: Tx, order: SoldOrder, refundId: string): Promise<void> {
    const refund = await tx.row<{ status: RefundStatus; amount: number; cause: string; reason: string | null }>(
      `SELECT status, amount, cause, CASE WHEN cause IN ('ineligible', 'credit', 'late') OR request_id IS NOT NULL THEN note END AS reason
       FROM refunds WHERE id = $1`,
      [refundId],
    );
    const parts = await tx.rows<{ status: RefundStatus; failure: string | null }>(
      'SELECT status, failure FROM refund_parts WHERE refund_id = $1',
      [refundId],
    );
    const status = refundStatus(parts.map((part) => part.status));
    if (status === refund!.status || status === 'open') return;
    await tx.rows(
      `UPDATE refunds SET status = $2, settled_at = CASE WHEN $2 IN ('succeeded', 'failed') THEN now() END WHERE id = $1`,
      [refundId, status],
    );
    const about = { refundId, orderId: order.id };
    if (status === 'failed') {
      await this.undo(tx, order, refundId);
      const seen = { refundId, amount: refund!.amount, failures: parts.map(({ failure }) => failure) };
      await insertReview(tx, { orderId: order.id, reason: 'refund_failed', subject: refundId, seen });
      await this.mails.failed(tx, order, { refundId, amount: refund!.amount });
      return this.facts.record(tx, 'refund.failed', about);
    }
    if (refund!.status === 'open') {
      const closed = await this.takeBack(tx, order, refundId);
      const { amount, reason, cause } = refund!;
      const cancelled = await cancelledInstalments(tx, order.id);
      await this.mails.sent(tx, order, {
        refundId,
        amount,
        reason,
        closed,
        cancelled,
        keepsAccess: cause !== 'credit' && cause !== 'late',
      });
      this.facts.record(tx, 'refund.sent', about);
    }
    if (status === 'succeeded') this.facts.record(tx, 'refund.succeeded', about);
  }

  /** @returns the titles of what closed */
  async takeBack(tx: Tx, order: SoldOrder, refundId: string): Promise<string[]> {
    const at = await this.clock.now(tx);
    const lines = await this.closing(tx, order, refundId);
    for (const line of lines) await this.access.end(tx, line, { reason: refundEnd(refundId), at });
    return lines.flatMap(({ titles }) => titles);
  }

  /** A dispute that was won opens the order's access again, but not what refunds have closed. */
  async keepClosed(tx: Tx, order: SoldOrder): Promise<void> {
    const standing = await tx.rows<{ id: string }>(
      `SELECT id FROM refunds WHERE order_id = $1 AND status IN ('sent', 'succeeded') ORDER BY id`,
      [order.id],
    );
    for (const { id } of standing) await this.takeBack(tx, order, id);
  }

  private async undo(tx: Tx, order: SoldOrder, refundId: string): Promise<void> {
    for (const line of await this.closing(tx, order, refundId)) await this.access.reopen(tx, line, refundEnd(refundId));
  }

  private async closing(tx: Tx, order: SoldOrder, refundId: string): Promise<(LineRef & { titles: string[] })[]> {
    const lines = await tx.rows<{ id: string; courseIds: string[]; titles: string[] }>(
      `SELECT r.order_line_id AS id, array_agg(r.course_id ORDER BY c.position) AS "courseIds",
         array_agg(c.title ORDER BY c.position) AS titles
       FROM refund_lines r JOIN order_line_courses c USING (order_line_id, course_id)
       WHERE r.refund_id = $1 AND r.closes GROUP BY r.order_line_id ORDER BY r.order_line_id`,
      [refundId],
    );
    return lines.map((line) => ({ ...line, purpose: order.purpose }));
  }
}

async function cancelledInstalments(tx: Tx, orderId: string): Promise<number> {
  const row = await tx.row<{ count: number }>(
    'SELECT count(*)::int AS count FROM instalments WHERE order_id = $1 AND cancelled_at IS NOT NULL',
    [orderId],
  );
  return row!.count;
}
