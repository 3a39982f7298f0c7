/** What stops an attempt's clock. */
export interface Pauses {
  pausedAt: Date | null;
  pausedBy: 'break' | 'proctor' | null;
  /** Seconds of breaks granted, and those that ended breaks have used. */
  breakSeconds: number;
  breakUsed: number;
}

export const pauseColumns = `a.paused_at AS "pausedAt", a.paused_by AS "pausedBy", a.break_seconds AS "breakSeconds",
  a.break_used AS "breakUsed"`;

/** For transport: an answer sent in time may arrive this much later. Not shown to anyone. */
export const graceSeconds = 10;

type Timed = Pauses & { deadlineAt: Date | null };

const afterSeconds = (instant: Date, seconds: number) => new Date(instant.getTime() + seconds * 1000);

/** When a break that is not ended by hand is over: its allowance is used up. A proctor's pause has no such end. */
export const breakEndsAt = ({ pausedAt, pausedBy, breakSeconds, breakUsed }: Pauses): Date | null =>
  pausedAt && pausedBy === 'break' ? afterSeconds(pausedAt, Math.max(0, breakSeconds - breakUsed)) : null;

/** Whether the clock stands still at this instant. */
export function isPaused(attempt: Pauses, now: Date): boolean {
  const breakEnd = breakEndsAt(attempt);
  return attempt.pausedAt !== null && (breakEnd === null || now < breakEnd);
}

/** How long the pause that is open has lasted, in seconds; what a break lasted beyond its allowance does not count. */
export function pausedFor(attempt: Pauses, now: Date): number {
  if (!attempt.pausedAt) return 0;
  const end = breakEndsAt(attempt);
  const until = end && end < now ? end : now;
  return Math.max(0, (until.getTime() - attempt.pausedAt.getTime()) / 1000);
}

/** The deadline as it stands at this instant: the pause that is open moves it on. */
export const deadlineAt = (attempt: Timed, now: Date): Date | null =>
  attempt.deadlineAt && afterSeconds(attempt.deadlineAt, pausedFor(attempt, now));

/** Whether the time for answers is over, grace included. `now` is the database's. */
export function isOver(attempt: Timed, now: Date): boolean {
  const deadline = deadlineAt(attempt, now);
  return deadline !== null && now.getTime() > deadline.getTime() + graceSeconds * 1000;
}

export interface Extra {
  multiplier: number;
  extraMinutes: number;
}

/** Seconds of an attempt's clock: the exam's minutes as an accommodation stretches them. Whole seconds, rounded up. */
export const secondsFor = (minutes: number, { multiplier, extraMinutes }: Extra): number =>
  Math.ceil(minutes * 60 * multiplier) + extraMinutes * 60;
