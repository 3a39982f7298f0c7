import { Injectable } from '@nestjs/common';
import { type BalanceMove, BookedReturnQueries } from '../../checkout/index.js';
import type { Tx } from '../../database/index.js';
import { Deferrals } from '../deferred/deferrals.js';
import { isBooked } from './is-booked.js';
import type { Placed, Unplaced } from './placed.js';
import { refundLegs } from './refund-legs.js';

/** A refund at Stripe belongs to a part of one of ours; one that the dashboard made waits until its lines are known. */
@Injectable()
export class PlaceRefund {
  constructor(
    private readonly returns: BookedReturnQueries,
    private readonly deferrals: Deferrals,
  ) {}

  async place(tx: Tx, move: BalanceMove): Promise<Placed | Unplaced> {
    const refund = move.source ? await this.returns.refund(move.source, tx) : undefined;
    if (!refund) return { problem: 'No refund of ours has this id.' };
    if (!(await isBooked(tx, refund.charge))) return { problem: `The sale ${refund.orderNumber} is not booked yet.` };
    if (refund.courses.length === 0 && !refund.isOwedBack) {
      return { problem: `The refund of ${refund.orderNumber} is not allocated to its lines.` };
    }
    if (move.currency === refund.currency && move.amount !== -refund.amount) {
      return { problem: `Stripe gave back ${-move.amount}, the refund is over ${refund.amount}.` };
    }
    return {
      kind: 'refund',
      description: `Refund of ${refund.orderNumber}`,
      orderId: refund.orderId,
      currency: refund.currency,
      ...refundLegs(refund, await this.deferrals.ofOrder(tx, refund.orderId)),
    };
  }
}
