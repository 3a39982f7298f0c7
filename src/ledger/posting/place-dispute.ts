import { Injectable } from '@nestjs/common';
import { type BalanceMove, BookedReturnQueries } from '../../checkout/index.js';
import type { Tx } from '../../database/index.js';
import { accounts } from '../journal/accounts.js';
import type { Placed, Unplaced } from './placed.js';

/** Money that a bank took, or gave back when the dispute was won. */
@Injectable()
export class PlaceDispute {
  constructor(private readonly returns: BookedReturnQueries) {}

  async place(tx: Tx, move: BalanceMove): Promise<Placed | Unplaced> {
    const dispute = move.source ? await this.returns.dispute(move.source, tx) : undefined;
    if (!dispute) return { problem: 'No dispute of ours has this id.' };
    const { orderId, orderNumber, currency } = dispute;
    const isTaken = move.category === 'dispute';
    const amount = isTaken ? dispute.amount : -dispute.amount;
    if (move.currency === currency && move.amount !== -amount) {
      return { problem: `The bank moved ${move.amount}, the dispute is over ${dispute.amount}.` };
    }
    return {
      kind: isTaken ? 'dispute' : 'dispute_won',
      description: isTaken ? `Dispute of ${orderNumber}` : `Dispute of ${orderNumber} won`,
      ...{ orderId, currency },
      legs: [{ account: accounts.disputed, currency, amount }],
      moves: [],
    };
  }
}
