import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Clock, money, notFound } from '../../shared/index.js';
import { closeRequest } from './close-request.js';
import { EndCreditedCheckouts } from './end-credited-checkouts.js';
import { OpenRefund, type RefundCause } from './open-refund.js';
import { nothingToRefund, refundTooHigh, wholeOrderOnly } from './refund.errors.js';
import { RefundCases } from './refund-case.js';
import { quoteRefund } from './refund-quote.js';
import { spread } from './refund-shares.js';
import { chosen, closesWhole } from './request-refund.js';
import { SendRefund } from './send-refund.js';

export interface StaffRefund {
  orderId: string;
  cause: Extract<RefundCause, 'staff' | 'ineligible' | 'late'>;
  /** Who refunds; null: the product by itself. */
  by: string | null;
  note: string;
  lineIds: string[];
  /** In minor units; left out: all that is left of these lines. */
  amount?: number | undefined;
  /** Whether the courses of these lines close. */
  closes: boolean;
  subject?: string;
  /** A buyer's request that this decides; its note is for the buyer then. */
  requestId?: string | undefined;
}

/** Refunds lines of an order outside the terms: all that is left of them, or another amount, with or without access. */
@Injectable()
export class RefundOrder {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cases: RefundCases,
    private readonly ending: EndCreditedCheckouts,
    private readonly opening: OpenRefund,
    private readonly sending: SendRefund,
  ) {}

  /** @returns the refund's id; undefined if its subject was refunded already */
  async execute({ orderId, lineIds, amount, closes, ...why }: StaffRefund): Promise<string | undefined> {
    await this.ending.execute(orderId);
    const refundId = await this.db.transaction(async (tx) => {
      const order = await this.cases.alone(tx, orderId);
      if (!order) throw notFound('order');
      if (why.subject && (await isRefunded(tx, why.subject))) return undefined;
      const quote = chosen(quoteRefund(order, await this.clock.now(tx), { strict: false }), lineIds);
      const refused = quote.lines.find((line) => line.refusal);
      if (refused) throw nothingToRefund(`${refused.title}: ${refused.refusal}`);
      if (closes && !closesWhole(order, quote)) throw wholeOrderOnly();
      const most = quote.total.amount;
      const back = amount ?? most;
      if (back > most || back < 0) throw refundTooHigh(money(most, order.currency));
      if (back === 0 && !closes) throw nothingToRefund('Nothing would change.');
      if (why.requestId && why.by) {
        const { requestId, by, note } = why;
        await closeRequest(tx, { requestId, orderId, decision: 'approved', by, note });
      }
      const shares = spread(back, quote.lines, order, closes);
      return this.opening.open(tx, order, { ...why, shares });
    });
    if (refundId) await this.sending.execute(refundId);
    return refundId;
  }
}

const isRefunded = async (tx: Tx, subject: string): Promise<boolean> =>
  (await tx.row('SELECT 1 FROM refunds WHERE subject = $1', [subject])) !== undefined;
