import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { LineAccess } from '../orders/line-access.js';
import type { SoldOrder } from '../refunds/refund-case.js';
import type { DisputeAtStripe } from '../stripe/payment-history.js';
import { DisputeMails } from './dispute.mails.js';
import { type DisputeStanding, standingOf } from './dispute-standing.js';

export const disputeEnd = (disputeId: string): string => `dispute:${disputeId}`;

/** Lets access follow a dispute: paused while it is open, back when it is won, ended when it is lost. Repeatable. */
@Injectable()
export class FollowDispute {
  constructor(
    private readonly clock: Clock,
    private readonly access: LineAccess,
    private readonly mails: DisputeMails,
    private readonly facts: Facts,
  ) {}

  async execute(tx: Tx, order: SoldOrder, paymentId: string, dispute: DisputeAtStripe): Promise<void> {
    const before = await tx.row<{ standing: DisputeStanding }>('SELECT standing FROM disputes WHERE id = $1', [
      dispute.id,
    ]);
    const standing = standingOf(dispute);
    await this.keep(tx, order.id, paymentId, dispute, standing);
    await this.moveAccess(tx, order, dispute.id, standing);
    if (before?.standing === standing) return;
    const about = { disputeId: dispute.id, orderId: order.id, status: dispute.status };
    const isOver = standing === 'won' || standing === 'lost';
    this.facts.record(tx, isOver ? 'dispute.closed' : 'dispute.opened', about);
    const wasClosed = before?.standing === 'open' || before?.standing === 'lost';
    if (standing !== 'won' || wasClosed) await this.mails.tell(tx, order, dispute.id, standing);
  }

  private async keep(
    tx: Tx,
    orderId: string,
    paymentId: string,
    { id, amount, currency, reason, status, openedAt, evidenceDueAt, evidenceCount }: DisputeAtStripe,
    standing: DisputeStanding,
  ): Promise<void> {
    await tx.rows(
      `INSERT INTO disputes (id, order_id, payment_id, amount, currency, reason, status, standing, opened_at,
         evidence_due_at, evidence_count, closed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, CASE WHEN $8 IN ('won', 'lost') THEN now() END)
       ON CONFLICT (id) DO UPDATE SET amount = $4, reason = $6, status = $7, standing = $8, evidence_due_at = $10,
         evidence_count = $11,
         closed_at = CASE WHEN $8 IN ('won', 'lost') THEN coalesce(disputes.closed_at, now()) END`,
      [id, orderId, paymentId, amount, currency, reason, status, standing, openedAt, evidenceDueAt, evidenceCount],
    );
  }

  private async moveAccess(tx: Tx, order: SoldOrder, disputeId: string, standing: DisputeStanding): Promise<void> {
    const others = await tx.row<{ open: number }>(
      `SELECT count(*)::int AS open FROM disputes WHERE order_id = $1 AND id <> $2 AND standing = 'open'`,
      [order.id, disputeId],
    );
    const at = await this.clock.now(tx);
    for (const { id } of order.lines) {
      const line = { id, purpose: order.purpose };
      if (standing === 'lost') await this.access.end(tx, line, { reason: disputeEnd(disputeId), at });
      else await this.access.reopen(tx, line, disputeEnd(disputeId));
      if (standing === 'open') await this.access.suspend(tx, line, 'dispute');
      else if (others!.open === 0) await this.access.restore(tx, line, 'dispute');
    }
  }
}
