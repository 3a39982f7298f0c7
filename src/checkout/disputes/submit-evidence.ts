import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { DomainError, notFound } from '../../shared/index.js';
import { ReconcilePayment } from '../settling/reconcile-payment.js';
import { StripeGateway } from '../stripe/stripe.gateway.js';
import type { Evidence } from './evidence.js';

interface Submission {
  disputeId: string;
  evidence: Evidence;
  by: string;
}

/** Hands the bank our side, once: what was written first is what is sent, also when it has to be sent again. */
@Injectable()
export class SubmitEvidence {
  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly reconcile: ReconcilePayment,
    private readonly facts: Facts,
  ) {}

  async execute({ disputeId, evidence, by }: Submission): Promise<void> {
    const dispute = await this.db.row<{ orderId: string; standing: string; count: number; paymentIntent: string }>(
      `SELECT d.order_id AS "orderId", d.standing, d.evidence_count AS count, y.payment_intent AS "paymentIntent"
       FROM disputes d JOIN payments y ON y.id = d.payment_id WHERE d.id = $1`,
      [disputeId],
    );
    if (!dispute) throw notFound('dispute');
    if (dispute.standing !== 'open' || dispute.count > 0) throw evidenceClosed();
    await this.db.transaction(async (tx) => {
      const isNew = await tx.row(
        `INSERT INTO dispute_submissions (dispute_id, evidence, submitted_by) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING RETURNING dispute_id`,
        [disputeId, JSON.stringify(evidence), by],
      );
      if (isNew) this.facts.record(tx, 'dispute.evidence-sent', { disputeId, orderId: dispute.orderId, personId: by });
    });
    const kept = await this.db.row<{ evidence: Evidence }>(
      'SELECT evidence FROM dispute_submissions WHERE dispute_id = $1',
      [disputeId],
    );
    await this.stripe.giveEvidence(disputeId, kept!.evidence);
    await this.reconcile.execute(dispute.paymentIntent);
  }
}

const evidenceClosed = () =>
  new DomainError('evidence_closed', 'The bank takes no more evidence on this dispute.', { kind: 'conflict' });
