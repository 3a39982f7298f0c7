import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { randomToken } from '../../shared/index.js';
import { attemptFinished } from '../quizzes.errors.js';
import { lockAttempt } from './lock-attempt.js';

/** Makes this window the one that writes; every other one that holds a lease goes read-only at its next save. */
@Injectable()
export class TakeLease {
  constructor(private readonly db: Database) {}

  execute(personId: string, attemptId: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const attempt = await lockAttempt(tx, attemptId, personId);
      if (attempt.status !== 'live') throw attemptFinished();
      return takeLease(tx, attemptId);
    });
  }
}

export async function takeLease(tx: Tx, attemptId: string): Promise<string> {
  const lease = randomToken(16);
  await tx.rows(
    `WITH taken AS (UPDATE attempts SET lease_token = $2 WHERE id = $1)
     INSERT INTO attempt_events (attempt_id, kind, data) VALUES ($1, 'lease.taken', '{}')`,
    [attemptId, lease],
  );
  return lease;
}
