import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Jobs, OnJob } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import type { Attempt } from '../sending/post-message.js';
import { nextTry } from '../webhooks/retry-times.js';
import { RecordStore } from './record-store.js';

export interface DueStatement {
  id: string;
  round: number;
  tries: number;
}

/** What the store says about the statement itself: sending it again would not help. */
const statementIsWrong = new Set([400, 413, 422]);

/** Makes one attempt to have a statement stored. However often it is sent, the store keeps one. */
@Injectable()
export class SendStatement {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly store: RecordStore,
  ) {}

  @OnJob('integrations.state')
  async execute(due: DueStatement): Promise<void> {
    if (!this.store.isThere) return;
    const waiting = await this.db.row<{ statement: string }>(
      `SELECT statement FROM xapi_statements WHERE id = $1 AND round = $2 AND tries = $3 AND standing = 'waiting'`,
      [due.id, due.round, due.tries],
    );
    if (waiting) await this.keep(due, await this.store.put(due.id, waiting.statement));
  }

  private keep({ id, round, tries }: DueStatement, { outcome, status }: Attempt): Promise<void> {
    return this.db.transaction(async (tx) => {
      const isStored = outcome === 'delivered';
      const mayTry = !isStored && !statementIsWrong.has(status ?? 0);
      const startAfter = mayTry ? nextTry(tries + 1, await this.clock.now(tx)) : undefined;
      const standing = isStored ? 'stored' : startAfter ? 'waiting' : 'failed';
      const kept = await tx.row(
        `UPDATE xapi_statements SET standing = $4, tries = tries + 1, next_at = $5, outcome = $6, status = $7
         WHERE id = $1 AND round = $2 AND tries = $3 AND standing = 'waiting' RETURNING id`,
        [id, round, tries, standing, startAfter ?? null, outcome, status],
      );
      if (kept && startAfter)
        await this.jobs.enqueue(tx, 'integrations.state', { id, round, tries: tries + 1 }, { startAfter });
    });
  }
}
