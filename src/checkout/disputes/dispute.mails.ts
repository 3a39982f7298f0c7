import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { OrderLetter } from '../orders/order-letter.js';
import type { SoldOrder } from '../refunds/refund-case.js';
import type { DisputeStanding } from './dispute-standing.js';

/** What a buyer is told while their bank decides, each step once. */
@Injectable()
export class DisputeMails {
  constructor(private readonly letter: OrderLetter) {}

  async tell(tx: Tx, order: SoldOrder, disputeId: string, standing: DisputeStanding): Promise<void> {
    const words = letters[standing];
    if (!words) return;
    await this.letter.send(tx, {
      to: order.buyer,
      number: order.number,
      kind: `dispute-${standing}`,
      about: disputeId,
      title: `${words.title} (order ${order.number})`,
      sentences: words.sentences,
    });
  }
}

/** Of an inquiry nobody is told: it changes nothing. */
const letters: Partial<Record<DisputeStanding, { title: string; sentences: string[] }>> = {
  open: {
    title: 'Your courses are paused: the payment is disputed',
    sentences: [
      'The bank of the card took the payment of this order back and asks us about it. Until that is decided, the courses of this order are paused; your progress is kept.',
      'If this is a mistake, ask your bank to withdraw the dispute: access returns by itself.',
    ],
  },
  won: {
    title: 'Your courses are open again',
    sentences: [
      'The dispute about the payment of this order is over, and the payment stands. Go on where you left off.',
    ],
  },
  lost: {
    title: 'Access has ended: the payment was taken back',
    sentences: [
      'The bank returned the payment of this order to the holder of the card. Access by this order has ended for that reason. What you have of a course from elsewhere stays open.',
      'Your progress is kept, and certificates you earned stay valid.',
    ],
  },
};
