import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { ErasurePlan } from './erasure-plan.js';

export interface PendingErasure {
  askedAt: Date;
  dueAt: Date;
}

@Injectable()
export class ErasureQueries {
  constructor(
    private readonly db: Database,
    private readonly plan: ErasurePlan,
  ) {}

  pending(personId: string): Promise<PendingErasure | undefined> {
    return this.db.row(
      `SELECT asked_at AS "askedAt", due_at AS "dueAt" FROM erasures
       WHERE person_id = $1 AND taken_back_at IS NULL AND erased_at IS NULL`,
      [personId],
    );
  }

  /** Whose week is over. */
  due(): Promise<{ personId: string }[]> {
    return this.db.rows(
      `SELECT person_id AS "personId" FROM erasures WHERE taken_back_at IS NULL AND erased_at IS NULL AND due_at <= now()
       ORDER BY due_at`,
    );
  }

  /** Why this person cannot be erased yet, one sentence each. */
  async holds(personId: string): Promise<string[]> {
    const found = await Promise.all(
      this.plan.holds.map(async ({ says, sql }) => ((await this.db.row(sql, [personId])) ? says : undefined)),
    );
    return found.filter((says) => says !== undefined);
  }

  /** Everybody who was erased, in the order in which it happened. */
  done(): Promise<{ personId: string; erasedAt: Date }[]> {
    return this.db.rows(
      `SELECT id AS "personId", erased_at AS "erasedAt" FROM people WHERE erased_at IS NOT NULL ORDER BY erased_at, id`,
    );
  }
}
