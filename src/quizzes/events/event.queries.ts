import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { isUuid } from '../attempts/lock-attempt.js';
import type { ChainedEvent } from './event-chain.js';

const columns = `attempt_id AS "attemptId", seq, (extract(epoch FROM at) * 1000000)::bigint::text AS at, kind,
  data::text AS data, prev_hash AS "prevHash", hash`;

@Injectable()
export class EventQueries {
  constructor(private readonly db: Database) {}

  /** The log of one attempt, in order; empty when there is no such attempt. */
  async of(attemptId: string): Promise<ChainedEvent[]> {
    if (!isUuid(attemptId)) return [];
    return this.db.rows(`SELECT ${columns} FROM attempt_events WHERE attempt_id = $1 ORDER BY seq`, [attemptId]);
  }

  /** Every log, some thousand events at a time. */
  async each(read: (events: ChainedEvent[]) => void): Promise<void> {
    await this.db.transaction(async (tx) => {
      for await (const events of tx.stream<ChainedEvent>(
        `SELECT ${columns} FROM attempt_events ORDER BY attempt_id, seq`,
      )) {
        read(events);
      }
    });
  }
}
