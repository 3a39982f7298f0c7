import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { BalanceCheck } from './check-balance.js';

export interface KeptCheck extends BalanceCheck {
  id: string;
  at: Date;
}

@Injectable()
export class BalanceCheckQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  list(limit: number): Promise<KeptCheck[]> {
    return this.db.rows<KeptCheck>(
      `SELECT id, at, currency, stripe, pulled, booked, unposted FROM balance_checks ORDER BY at DESC, currency LIMIT $1`,
      [limit],
    );
  }

  /** What waits to be booked, and why. */
  waiting(
    limit: number,
  ): Promise<{ id: string; at: Date; category: string; amount: number; currency: string; problem: string | null }[]> {
    return this.db.rows(
      `SELECT b.id, b.at, b.category, b.amount, b.currency, u.problem FROM unposted_transactions u
       JOIN balance_transactions b USING (id) ORDER BY u.at, u.id LIMIT $1`,
      [limit],
    );
  }
}
