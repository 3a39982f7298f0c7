import { Injectable } from '@nestjs/common';
import type { BalanceMove } from '../../checkout/index.js';
import { Database } from '../../database/index.js';
import { moveColumns } from './transaction.js';

export interface SuspenseItem extends BalanceMove {
  entry: number;
  resolvedByEntry: number | null;
  note: string | null;
  resolvedBy: string | null;
  resolvedAt: Date | null;
  /** The order it belongs to, where that much is known. */
  orderNumber: string | null;
}

const columns = `${moveColumns}, s.entry, s.resolved_by_entry AS "resolvedByEntry", s.note, r.posted_at AS "resolvedAt",
  (SELECT name FROM people WHERE id = r.posted_by) AS "resolvedBy",
  (SELECT o.number FROM refund_parts a JOIN refunds f ON f.id = a.refund_id JOIN orders o ON o.id = f.order_id
   WHERE a.stripe_refund = b.source) AS "orderNumber"`;
const from = `FROM suspense_items s JOIN balance_transactions b ON b.id = s.transaction_id
  LEFT JOIN journal_entries r ON r.number = s.resolved_by_entry`;

@Injectable()
export class SuspenseQueries {
  constructor(private readonly db: Database) {}

  /** Those that wait, oldest first; or those that were resolved, newest first. */
  list(state: 'open' | 'resolved', limit: number): Promise<SuspenseItem[]> {
    const order =
      state === 'open'
        ? 's.resolved_by_entry IS NULL ORDER BY b.at, b.id'
        : 's.resolved_by_entry IS NOT NULL ORDER BY s.resolved_by_entry DESC';
    return this.db.rows<SuspenseItem>(`SELECT ${columns} ${from} WHERE ${order} LIMIT $1`, [limit]);
  }

  byId(id: string): Promise<SuspenseItem | undefined> {
    return this.db.row<SuspenseItem>(`SELECT ${columns} ${from} WHERE s.transaction_id = $1`, [id]);
  }
}
