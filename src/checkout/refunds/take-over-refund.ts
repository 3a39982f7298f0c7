import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import { insertReview } from '../orders/order-review.js';
import type { RefundAtStripe } from '../stripe/payment-history.js';
import { insertShares, type RefundShare } from './open-refund.js';
import type { SoldOrder } from './refund-case.js';
import { quoteRefund } from './refund-quote.js';
import { sharesOf, spread } from './refund-shares.js';

/**
 * Takes a refund into the books that somebody made at Stripe without us. Where its amount can only mean one thing (all
 * that is left, all that was paid, all of one line, or a part of the only one), its lines are known; else staff say which.
 */
@Injectable()
export class TakeOverRefund {
  constructor(private readonly facts: Facts) {}

  async execute(tx: Tx, order: SoldOrder, paymentId: string, refund: RefundAtStripe): Promise<void> {
    const id = newId();
    const shares = meantBy(order, refund.amount);
    const tax = shares?.reduce((sum, share) => sum + share.tax, 0) ?? 0;
    await tx.rows(
      `WITH whole AS (
         INSERT INTO refunds (id, order_id, cause, subject, amount, tax, currency, status)
         VALUES ($1, $2, 'dashboard', $3, $4, $5, $6, 'open'))
       INSERT INTO refund_parts (id, refund_id, payment_id, amount, stripe_refund, status)
       VALUES ($7, $1, $8, $4, $3, $9)`,
      [id, order.id, refund.id, refund.amount, tax, order.currency, newId(), paymentId, refund.status],
    );
    if (shares) await insertShares(tx, id, shares);
    else {
      const seen = { refundId: id, stripeRefund: refund.id, amount: refund.amount };
      await insertReview(tx, { orderId: order.id, reason: 'unallocated_refund', subject: id, seen });
    }
    this.facts.record(tx, 'refund.opened', { refundId: id, orderId: order.id, cause: 'dashboard' });
  }
}

/** A dispute does not keep the dashboard from refunding what it leaves; nor does a credit, of which staff are told. */
function meantBy(order: SoldOrder, amount: number): RefundShare[] | undefined {
  const quoteOf = (what: SoldOrder) => quoteRefund(what, order.settledAt, { strict: false });
  const free = { ...order, disputed: false };
  const quote = quoteOf(free);
  if (quote.total.amount === amount) return sharesOf(quote.lines, true);
  const lines = quote.lines.filter((line) => line.amount.amount === amount);
  if (lines.length === 1) return sharesOf(lines, true);
  const uncredited = quoteOf({ ...free, lines: free.lines.map(withoutCredit) });
  if (uncredited.total.amount === amount) return sharesOf(uncredited.lines, true);
  // Of a single line, only what it means for access is open: it stays, and staff may end it.
  const only = order.lines.length === 1 && uncredited.total.amount > amount;
  return only ? spread(amount, uncredited.lines, order, false) : undefined;
}

const withoutCredit = (line: SoldOrder['lines'][number]): SoldOrder['lines'][number] => ({
  ...line,
  courses: line.courses.map((course) => ({ ...course, credited: 0 })),
});
