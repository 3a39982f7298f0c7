import { Injectable } from '@nestjs/common';
import type { BalanceMove } from '../../checkout/index.js';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { notFound } from '../../shared/index.js';
import { resolvedAlready } from '../journal/journal.errors.js';
import { dayOf } from '../journal/months.js';
import { assertPostable } from '../journal/open-for-hands.js';
import { lockJournal, PostEntries } from '../journal/post-entries.js';
import { resolutionOf } from '../posting/placed.js';
import { moveColumns } from './transaction.js';

export interface Resolution {
  transactionId: string;
  account: string;
  /** Why it belongs there. */
  note: string;
  by: string;
}

/** An accountant says where a movement belongs that nobody could place. */
@Injectable()
export class ResolveSuspense {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
    private readonly posting: PostEntries,
  ) {}

  /** @returns the number of the entry @throws resolved_already, unknown_account, kept_account */
  async execute({ transactionId, account, note, by }: Resolution): Promise<number> {
    return this.db.transaction(async (tx) => {
      await lockJournal(tx);
      const move = await tx.row<BalanceMove & { resolved: boolean }>(
        `SELECT ${moveColumns}, s.resolved_by_entry IS NOT NULL AS resolved
         FROM suspense_items s JOIN balance_transactions b ON b.id = s.transaction_id WHERE s.transaction_id = $1`,
        [transactionId],
      );
      if (!move) throw notFound('movement in suspense');
      if (move.resolved) throw resolvedAlready();
      await assertPostable(tx, [account], 'account');
      const { currency, amount } = move;
      const legs = [{ account, currency, amount: -amount }];
      const placed = {
        kind: 'resolution' as const,
        description: `Placed ${move.id}: ${note}`.slice(0, 500),
        currency,
        legs,
        moves: [],
      };
      // On its own day, so that its month can be closed with nothing in suspense.
      const [entry] = await this.posting.post(tx, [resolutionOf(move, placed, dayOf(move.at), by)]);
      await tx.rows('UPDATE suspense_items SET resolved_by_entry = $2, note = $3 WHERE transaction_id = $1', [
        ...[transactionId, entry, note],
      ]);
      this.facts.record(tx, 'suspense.resolved', { transactionId, personId: by });
      return entry!;
    });
  }
}
