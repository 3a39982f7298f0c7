import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { LineAccess } from '../orders/line-access.js';
import { PlanMails } from './plan.mails.js';
import { lockPlanOrder } from './settle-instalment.js';

/** The days of grace are over: access pauses until the instalment is paid, and the card is left alone. */
@Injectable()
export class MissInstalment {
  constructor(
    private readonly db: Database,
    private readonly access: LineAccess,
    private readonly facts: Facts,
    private readonly mails: PlanMails,
  ) {}

  async execute(instalmentId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const order = await lockPlanOrder(tx, instalmentId);
      const missed = await tx.rows(
        `UPDATE instalments SET missed_at = now(), next_try_at = NULL
         WHERE id = $1 AND paid_at IS NULL AND missed_at IS NULL AND cancelled_at IS NULL RETURNING id`,
        [instalmentId],
      );
      if (!order || missed.length === 0) return;
      const { id: orderId, purpose, personId } = order;
      for (const id of order.lineIds) await this.access.suspend(tx, { id, purpose }, 'missed_payment');
      await this.mails.missed(tx, instalmentId);
      this.facts.record(tx, 'order.instalment-missed', { orderId, instalmentId, personId });
    });
  }
}
