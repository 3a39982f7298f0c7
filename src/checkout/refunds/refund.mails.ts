import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { formatMoney } from '../../shared/index.js';
import { OrderLetter } from '../orders/order-letter.js';
import type { SoldOrder } from './refund-case.js';

const list = new Intl.ListFormat('en');

interface RefundSent {
  refundId: string;
  amount: number;
  /** Why, where it is not the buyer who knows. */
  reason: string | null;
  /** Titles of the courses whose access ended. */
  closed: string[];
  /** Whether courses of the order are open still, where none closed by it. */
  keepsAccess: boolean;
  /** Instalments that will not be charged. */
  cancelled: number;
}

/** What a buyer is told about their refund, each once. */
@Injectable()
export class RefundMails {
  constructor(private readonly letter: OrderLetter) {}

  asked(tx: Tx, order: SoldOrder, { requestId, amount }: { requestId: string; amount: number }): Promise<void> {
    return this.tell(tx, order, 'refund-asked', requestId, `You asked for a refund of order ${order.number}`, [
      `We will decide on ${this.cash(order, amount)} and write to you. The amount was fixed when you asked.`,
      'Your courses stay open until then.',
    ]);
  }

  lapsed(tx: Tx, order: SoldOrder, { requestId, note }: { requestId: string; note: string }): Promise<void> {
    return this.tell(tx, order, 'refund-lapsed', requestId, `Your request for order ${order.number} is closed`, [
      note,
      'You need not do anything.',
    ]);
  }

  declined(tx: Tx, order: SoldOrder, { requestId, note }: { requestId: string; note: string }): Promise<void> {
    return this.tell(tx, order, 'refund-declined', requestId, `About your refund of order ${order.number}`, [
      'We cannot refund this order. The reason:',
      note,
      'Nothing changes: your courses stay open.',
    ]);
  }

  sent(
    tx: Tx,
    order: SoldOrder,
    { refundId, amount, reason, closed, cancelled, keepsAccess }: RefundSent,
  ): Promise<void> {
    const plan = closed.length > 0 && cancelled > 0 ? ['No further instalment of this order will be charged.'] : [];
    const why = reason ? [`The reason: ${reason}`] : [];
    const money =
      amount > 0
        ? [`${this.cash(order, amount)} is on its way to the card or account you paid with. Banks take up to ten days.`]
        : [];
    const access =
      closed.length > 0
        ? [
            `Your access by this order to ${list.format(closed)} has ended, because it was refunded. What you have of a course from elsewhere stays open.`,
            'Your progress is kept, and certificates you earned stay valid.',
          ]
        : keepsAccess
          ? ['Your courses stay open.']
          : [];
    return this.tell(tx, order, 'refund-sent', refundId, `Your refund of order ${order.number}`, [
      ...money,
      ...why,
      ...access,
      ...plan,
    ]);
  }

  /** A refund that was sent before anybody knew which courses it was for. */
  closed(tx: Tx, order: SoldOrder, { refundId, closed }: { refundId: string; closed: string[] }): Promise<void> {
    return this.tell(tx, order, 'refund-closed', refundId, `Access by order ${order.number} has ended`, [
      `Your access by this order to ${list.format(closed)} has ended, because it was refunded. What you have of a course from elsewhere stays open.`,
      'Your progress is kept, and certificates you earned stay valid.',
    ]);
  }

  failed(tx: Tx, order: SoldOrder, { refundId, amount }: { refundId: string; amount: number }): Promise<void> {
    return this.tell(tx, order, 'refund-failed', refundId, `The refund of order ${order.number} did not arrive`, [
      `Your bank sent ${this.cash(order, amount)} back to us. We look into it and find another way; you need not do anything.`,
      'Until then your courses are open again.',
    ]);
  }

  private cash = (order: SoldOrder, amount: number) => formatMoney({ amount, currency: order.currency });

  private tell(
    tx: Tx,
    { buyer, number }: SoldOrder,
    kind: string,
    about: string,
    title: string,
    sentences: string[],
  ): Promise<void> {
    return this.letter.send(tx, { to: buyer, number, kind, about, title, sentences });
  }
}
