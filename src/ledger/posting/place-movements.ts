import { Injectable } from '@nestjs/common';
import type { BalanceMove } from '../../checkout/index.js';
import type { Tx } from '../../database/index.js';
import { PlaceDispute } from './place-dispute.js';
import { PlaceRefund } from './place-refund.js';
import { PlaceRefundFailure } from './place-refund-failure.js';
import { PlaceSale } from './place-sale.js';
import type { Placed, Unplaced } from './placed.js';
import { placePlainly } from './place-plainly.js';

export const isSale = ({ category }: Pick<BalanceMove, 'category'>): boolean =>
  category === 'charge' || category === 'payment';

/** What movements at Stripe turn out to be. Sales are found many at once; the rest builds on what was booked before. */
@Injectable()
export class PlaceMovements {
  constructor(
    private readonly sale: PlaceSale,
    private readonly refund: PlaceRefund,
    private readonly refundFailure: PlaceRefundFailure,
    private readonly dispute: PlaceDispute,
  ) {}

  sales(tx: Tx, moves: readonly BalanceMove[]): Promise<(Placed | Unplaced)[]> {
    return this.sale.place(tx, moves);
  }

  async one(tx: Tx, move: BalanceMove): Promise<Placed | Unplaced> {
    if (isSale(move)) return (await this.sale.place(tx, [move]))[0]!;
    switch (move.category) {
      case 'refund':
        return this.refund.place(tx, move);
      case 'refund_failure':
        return this.refundFailure.place(tx, move);
      case 'dispute':
      case 'dispute_reversal':
        return this.dispute.place(tx, move);
      default:
        return placePlainly(move);
    }
  }
}
