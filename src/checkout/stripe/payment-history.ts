import type Stripe from 'stripe';

/** A refund as Stripe tells it; amounts in minor units. */
export interface RefundAtStripe {
  id: string;
  /** Of our own refunds: the part it was made for. */
  partId: string | null;
  amount: number;
  status: 'sent' | 'succeeded' | 'failed';
  failure: string | null;
}

export interface DisputeAtStripe {
  id: string;
  amount: number;
  currency: string;
  reason: string;
  status: string;
  /** Whether the bank has the money now. */
  moneyTaken: boolean;
  openedAt: Date;
  evidenceDueAt: Date | null;
  evidenceCount: number;
}

/** All that happened to a payment since it was made. */
export interface PaymentHistory {
  paymentIntent: string;
  orderId: string | null;
  refunds: RefundAtStripe[];
  disputes: DisputeAtStripe[];
}

export const refundAtStripe = (refund: Stripe.Refund): RefundAtStripe => ({
  id: refund.id,
  partId: refund.metadata?.refund_part_id ?? null,
  amount: refund.amount,
  status: refundStatuses[refund.status ?? ''] ?? 'sent',
  failure: refund.failure_reason ?? null,
});

const refundStatuses: Record<string, RefundAtStripe['status']> = {
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'failed',
};

export const disputeAtStripe = (dispute: Stripe.Dispute): DisputeAtStripe => ({
  id: dispute.id,
  amount: dispute.amount,
  currency: dispute.currency.toUpperCase(),
  reason: dispute.reason,
  status: dispute.status,
  moneyTaken: dispute.balance_transactions.reduce((sum, each) => sum + each.amount, 0) < 0,
  openedAt: instant(dispute.created),
  evidenceDueAt: dispute.evidence_details.due_by ? instant(dispute.evidence_details.due_by) : null,
  evidenceCount: dispute.evidence_details.submission_count,
});

const instant = (unixSeconds: number) => new Date(unixSeconds * 1000);
