import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock, notFound } from '../../shared/index.js';
import { closeRequest } from './close-request.js';
import { OpenRefund, type RefundShare } from './open-refund.js';
import { nothingToRefund } from './refund.errors.js';
import { RefundMails } from './refund.mails.js';
import { RefundCases, type SoldOrder } from './refund-case.js';
import { quoteRefund, type RefundQuote } from './refund-quote.js';
import { sharesOf } from './refund-shares.js';
import { SendRefund } from './send-refund.js';

interface Decision {
  requestId: string;
  /** Who decides. */
  by: string;
}

interface Held {
  order: SoldOrder;
  quote: RefundQuote;
  askedBy: string;
}

/** Staff approve or decline a request, or its buyer takes it back: once. */
@Injectable()
export class DecideRefund {
  constructor(
    private readonly db: Database,
    private readonly cases: RefundCases,
    private readonly opening: OpenRefund,
    private readonly sending: SendRefund,
    private readonly facts: Facts,
    private readonly clock: Clock,
    private readonly mails: RefundMails,
  ) {}

  /** Sends what was quoted when it was asked for, although the period may be over by now. */
  async approve({ requestId, by }: Decision): Promise<{ refundId: string }> {
    const refundId = await this.db.transaction(async (tx) => {
      const { order, quote } = await this.hold(tx, requestId);
      await closeRequest(tx, { requestId, orderId: order.id, decision: 'approved', by, note: null });
      const shares = sharesOf(quote.lines, true);
      const refusal = whyNotAsAsked(order, quote, await this.clock.now(tx));
      if (refusal) throw nothingToRefund(refusal);
      return this.opening.open(tx, order, { cause: 'request', shares, by, note: null, requestId });
    });
    await this.sending.execute(refundId!);
    return { refundId: refundId! };
  }

  async decline({ requestId, by, note }: Decision & { note: string }): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { order } = await this.hold(tx, requestId);
      await closeRequest(tx, { requestId, orderId: order.id, decision: 'declined', by, note });
      this.facts.record(tx, 'refund.declined', { requestId, orderId: order.id, personId: by });
      await this.mails.declined(tx, order, { requestId, note });
    });
  }

  /** Only who asked may. */
  async withdraw({ requestId, by }: Decision): Promise<{ number: string }> {
    return this.db.transaction(async (tx) => {
      const { order, askedBy } = await this.hold(tx, requestId);
      if (askedBy !== by) throw notFound('refund request');
      await closeRequest(tx, { requestId, orderId: order.id, decision: 'withdrawn', by, note: null });
      this.facts.record(tx, 'refund.withdrawn', { requestId, orderId: order.id, personId: by });
      return { number: order.number };
    });
  }

  private async hold(tx: Tx, requestId: string): Promise<Held> {
    const request = await tx.row<{ orderId: string; askedBy: string; quote: RefundQuote }>(
      'SELECT order_id AS "orderId", asked_by AS "askedBy", quote FROM refund_requests WHERE id = $1',
      [requestId],
    );
    if (!request) throw notFound('refund request');
    return { ...request, order: (await this.cases.alone(tx, request.orderId))! };
  }
}

/** Why a request cannot be approved as it was asked for, if it cannot. */
export function whyNotAsAsked(order: SoldOrder, quote: RefundQuote, now: Date): string | null {
  if (order.disputed) return 'The payment is disputed: the bank decides where this money goes.';
  if (isLeft(order, sharesOf(quote.lines, true), now)) return null;
  return 'Since it was asked for, some of this was refunded or credited otherwise.';
}

/** Whether each course of the shares still has as much left as was promised for it. */
function isLeft(order: SoldOrder, shares: RefundShare[], now: Date): boolean {
  const left = sharesOf(quoteRefund(order, now, { strict: false }).lines, true);
  const open = order.lines.flatMap((line) =>
    line.courses.filter(({ closed }) => !closed).map(({ id }) => line.id + id),
  );
  return shares.every(({ lineId, courseId, amount }) => {
    const today = left.find((each) => each.lineId === lineId && each.courseId === courseId);
    return today !== undefined && amount <= today.amount && open.includes(lineId + courseId);
  });
}
