import { Injectable } from '@nestjs/common';
import type { BalanceMove } from '../../checkout/index.js';
import { Database, type Tx } from '../../database/index.js';
import { moveColumns } from '../cash/transaction.js';
import { Deferrals } from '../deferred/deferrals.js';
import { dayOf } from '../journal/months.js';
import { lockJournal, PostEntries } from '../journal/post-entries.js';
import { countSales } from './count-sales.js';
import { PlaceMovements } from './place-movements.js';
import { isPlaced, resolutionOf } from './placed.js';

/** What went into suspense and is explained meanwhile leaves it without anybody's help. */
@Injectable()
export class ResolveByItself {
  constructor(
    private readonly db: Database,
    private readonly movements: PlaceMovements,
    private readonly posting: PostEntries,
    private readonly deferrals: Deferrals,
  ) {}

  /** @returns how many were resolved */
  async execute(): Promise<number> {
    const open = await this.db.rows<BalanceMove>(
      `SELECT ${moveColumns} FROM suspense_items s JOIN balance_transactions b ON b.id = s.transaction_id
       WHERE s.resolved_by_entry IS NULL ORDER BY b.at, b.id`,
    );
    let resolved = 0;
    for (const move of open) {
      if (await this.db.transaction((tx) => this.one(tx, move))) resolved += 1;
    }
    return resolved;
  }

  private async one(tx: Tx, move: BalanceMove): Promise<boolean> {
    await lockJournal(tx);
    const placed = await this.movements.one(tx, move);
    if (!isPlaced(placed)) return false;
    // On its own day, so that its month can be closed with nothing in suspense.
    const [entry] = await this.posting.post(tx, [resolutionOf(move, placed, dayOf(move.at))]);
    if (entry === undefined) return false;
    await this.deferrals.move(
      tx,
      placed.moves.map((each) => ({ ...each, entry })),
    );
    if (placed.sold) await countSales(tx, [placed.sold]);
    await tx.rows(
      'UPDATE suspense_items SET resolved_by_entry = $2 WHERE transaction_id = $1 AND resolved_by_entry IS NULL',
      [move.id, entry],
    );
    return true;
  }
}
