import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { FinishAttempt } from '../attempts/finish-attempt.js';
import { type LockedAttempt, lockAttempt } from '../attempts/lock-attempt.js';
import { pause, unpause } from '../attempts/pause-attempt.js';
import { alreadyVoid, attemptFinished, notForYourself, notPaused, noTimeLimit } from '../quizzes.errors.js';
import { VoidAttempt } from './void-attempt.js';

/** What a proctor does to an attempt. `counts` says whether a voided one counts among the attempts. */
export type ProctorAct =
  { action: 'pause' | 'resume' | 'end' } | { action: 'extend'; minutes: number } | { action: 'void'; counts: boolean };

export type ProctorAction = ProctorAct & { attemptId: string; by: string; reason: string };

/** Pauses, resumes, extends, ends or voids an attempt. Each act is a row with who, when and why, and an event. */
@Injectable()
export class ProctorAttempt {
  constructor(
    private readonly db: Database,
    private readonly finishing: FinishAttempt,
    private readonly voiding: VoidAttempt,
  ) {}

  async execute(act: ProctorAction): Promise<void> {
    await this.db.transaction(async (tx) => {
      const attempt = await lockAttempt(tx, act.attemptId, null);
      if (attempt.personId === act.by) throw notForYourself();
      await this.perform(tx, attempt, act);
      await tx.rows(
        `WITH noted AS (
           INSERT INTO attempt_actions (id, attempt_id, action, seconds, reason, by_id) VALUES ($1, $2, $3, $4, $5, $6)
         )
         INSERT INTO attempt_events (attempt_id, kind, data)
         VALUES ($2, 'proctor.' || $3, jsonb_build_object('by', $6::uuid, 'reason', $5::text, 'seconds', $4::integer))`,
        [newId(), attempt.id, act.action, act.action === 'extend' ? act.minutes * 60 : null, act.reason, act.by],
      );
    });
  }

  private async perform(tx: Tx, attempt: LockedAttempt, act: ProctorAction): Promise<void> {
    if (act.action === 'void') return this.voiding.void(tx, attempt, act);
    if (attempt.voided) throw alreadyVoid();
    if (attempt.status !== 'live') throw attemptFinished();
    switch (act.action) {
      case 'pause':
        return pause(tx, attempt, 'proctor', { reason: act.reason });
      case 'resume':
        if (!attempt.pausedAt) throw notPaused();
        return unpause(tx, attempt);
      case 'extend':
        if (!attempt.deadlineAt) throw noTimeLimit();
        await tx.rows(
          `UPDATE attempts SET extension_seconds = extension_seconds + $2, deadline_at = deadline_at + make_interval(secs => $2)
           WHERE id = $1`,
          [attempt.id, act.minutes * 60],
        );
        return;
      case 'end':
        return this.finishing.finish(tx, attempt, 'ended');
    }
  }
}
