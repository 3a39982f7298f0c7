import type { Tx } from '../../database/index.js';
import { secondsFor } from '../attempts/time-left.js';
import { accommodationOf } from './accommodation.queries.js';

interface Running {
  id: string;
  quizId: string;
  minutes: number | null;
}

/**
 * Gives the running attempts of a person the time that now applies to them, counted from their start: what proctors
 * added and pauses took stays. The page of the attempt learns of it at its next look at the clock.
 */
export async function applyAccommodations(tx: Tx, personId: string): Promise<number> {
  const running = await tx.rows<Running>(
    `SELECT id, quiz_id AS "quizId", (settings ->> 'minutes')::integer AS minutes FROM attempts
     WHERE person_id = $1 AND status = 'live' ORDER BY id FOR UPDATE`,
    [personId],
  );
  for (const { id, quizId, minutes } of running) {
    const accommodation = await accommodationOf(tx, personId, quizId);
    await tx.rows(
      `WITH changed AS (
         UPDATE attempts a SET break_seconds = $3, deadline_at = least(
           started_at + make_interval(secs => $2 + extension_seconds + paused_seconds), q.closes_at + make_interval(secs => extension_seconds + paused_seconds))
         FROM quizzes q WHERE a.id = $1 AND q.id = a.quiz_id RETURNING a.deadline_at
       )
       INSERT INTO attempt_events (attempt_id, kind, data)
       SELECT $1, 'accommodation.applied', jsonb_build_object('multiplier', $4::numeric, 'extraMinutes', $5::integer,
         'breakMinutes', $6::integer, 'deadline', deadline_at) FROM changed`,
      [
        id,
        minutes === null ? null : secondsFor(minutes, accommodation),
        accommodation.breakMinutes * 60,
        accommodation.multiplier,
        accommodation.extraMinutes,
        accommodation.breakMinutes,
      ],
    );
  }
  return running.length;
}
