import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import type { DueStatement } from './send-statement.js';

const mostAtOnce = 1000;

/** Sends again at once what failed or waits, the oldest thousand: for when the store is mended. */
@Injectable()
export class ReplayStatements {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  execute(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const due = await tx.rows<DueStatement>(
        `UPDATE xapi_statements SET standing = 'waiting', tries = 0, round = round + 1, next_at = now()
         WHERE id IN (SELECT id FROM xapi_statements WHERE standing <> 'stored' ORDER BY written_at LIMIT ${mostAtOnce}
           FOR UPDATE SKIP LOCKED)
         RETURNING id, round, tries`,
      );
      for (const one of due) await this.jobs.enqueue(tx, 'integrations.state', one);
      return due.length;
    });
  }
}
