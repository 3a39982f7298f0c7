import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock, type Money, newId, notFound } from '../../shared/index.js';
import {
  chooseLines,
  nothingToRefund,
  refundAskedAlready,
  refundQuoteChanged,
  wholeOrderOnly,
} from './refund.errors.js';
import { EndCreditedCheckouts } from './end-credited-checkouts.js';
import { RefundMails } from './refund.mails.js';
import { RefundCases, type SoldOrder } from './refund-case.js';
import { quoteRefund, type RefundQuote } from './refund-quote.js';

export interface RefundWish {
  personId: string;
  number: string;
  lineIds: string[];
  reason: string;
  /** What the buyer was shown for these lines; another amount now refuses the request. */
  expected: Money;
}

/** A buyer asks for their money back. What they are owed by the terms is fixed at this instant. */
@Injectable()
export class RequestRefund {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cases: RefundCases,
    private readonly ending: EndCreditedCheckouts,
    private readonly facts: Facts,
    private readonly mails: RefundMails,
  ) {}

  async execute({
    personId,
    number,
    lineIds,
    reason,
    expected,
  }: RefundWish): Promise<{ id: string; quote: RefundQuote }> {
    const found = await this.cases.byNumber(number, personId);
    if (!found) throw notFound('order');
    if (lineIds.length === 0) throw chooseLines();
    await this.ending.execute(found.id);
    const id = newId();
    try {
      return await this.db.transaction(async (tx) => {
        const order = (await this.cases.alone(tx, found.id))!;
        const quote = chosen(quoteRefund(order, await this.clock.now(tx), { strict: true }), lineIds);
        const refused = quote.lines.find((line) => line.refusal);
        if (refused) throw nothingToRefund(`${refused.title}: ${refused.refusal}`);
        if (!closesWhole(order, quote)) throw wholeOrderOnly();
        if (quote.total.amount !== expected.amount || quote.total.currency !== expected.currency) {
          throw refundQuoteChanged(quote.total);
        }
        await tx.rows(
          'INSERT INTO refund_requests (id, order_id, asked_by, reason, quote) VALUES ($1, $2, $3, $4, $5)',
          [id, order.id, personId, reason, JSON.stringify(quote)],
        );
        this.facts.record(tx, 'refund.requested', { requestId: id, orderId: order.id, personId });
        await this.mails.asked(tx, order, { requestId: id, amount: quote.total.amount });
        return { id, quote };
      });
    } catch (error) {
      throw isUniqueViolation(error, 'uq_refund_requests_one_open') ? refundAskedAlready() : error;
    }
  }
}

/** Instalments pay for all lines at once, so that a line cannot close alone while some are open. */
export function closesWhole({ instalments, lines }: SoldOrder, quote: RefundQuote): boolean {
  const open = lines.filter((line) => line.courses.some(({ closed }) => !closed));
  return instalments.count === 0 || open.every(({ id }) => quote.lines.some(({ lineId }) => lineId === id));
}

/** Of a quote, these lines and their total. */
export function chosen(quote: RefundQuote, lineIds: readonly string[]): RefundQuote {
  const lines = quote.lines.filter((line) => lineIds.includes(line.lineId));
  if (lines.length === 0) throw chooseLines();
  const amount = lines.reduce((sum, line) => sum + line.amount.amount, 0);
  return { ...quote, lines, total: { amount, currency: quote.currency } };
}
