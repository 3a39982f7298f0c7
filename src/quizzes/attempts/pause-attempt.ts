import type { Tx } from '../../database/index.js';
import { attemptFinished } from '../quizzes.errors.js';
import type { LockedAttempt } from './lock-attempt.js';
import { breakEndsAt, isPaused, pausedFor } from './time-left.js';

/** Stops the clock of a locked, live attempt. @throws attempt_finished; does nothing when it stands already */
export async function pause(tx: Tx, attempt: LockedAttempt, by: 'break' | 'proctor', data: object): Promise<void> {
  if (attempt.status !== 'live') throw attemptFinished();
  if (isPaused(attempt, attempt.now) && (attempt.pausedBy === by || by === 'break')) return;
  await unpause(tx, attempt);
  await tx.rows(
    `WITH paused AS (UPDATE attempts SET paused_at = now(), paused_by = $2 WHERE id = $1)
     INSERT INTO attempt_events (attempt_id, kind, data)
     VALUES ($1, 'attempt.paused', jsonb_build_object('by', $2::text) || $3::jsonb)`,
    [attempt.id, by, JSON.stringify(data)],
  );
}

/**
 * Lets the clock run again; the deadline moves on by as long as it stood. A proctor's pause is rounded up to whole seconds,
 * so that it costs no time. A break counts exactly: rounded up, a row of very short ones would turn it into exam time.
 */
export async function unpause(tx: Tx, attempt: LockedAttempt): Promise<void> {
  if (!attempt.pausedAt) return;
  const isBreak = breakEndsAt(attempt) !== null;
  const stood = pausedFor(attempt, attempt.now);
  const seconds = isBreak ? stood : Math.ceil(stood);
  await tx.rows(
    `WITH resumed AS (
       UPDATE attempts SET paused_at = NULL, paused_by = NULL, paused_seconds = paused_seconds + floor($2::float8)::integer,
         break_used = break_used + CASE WHEN $3 THEN ceil($2::float8)::integer ELSE 0 END,
         deadline_at = deadline_at + make_interval(secs => $2)
       WHERE id = $1
     )
     INSERT INTO attempt_events (attempt_id, kind, data)
     VALUES ($1, 'attempt.resumed', jsonb_build_object('seconds', $2::float8, 'break', $3::boolean))`,
    [attempt.id, seconds, isBreak],
  );
}
