/** Failed tries of one kind within the time they count, and when the last one was. */
export interface Failures {
  count: number;
  lastAt: Date | null;
}

export interface Patience {
  /** So many failures are free. */
  free: number;
  /** The longest wait, in seconds. */
  longest: number;
}

/** Slips of the owner are free; then the wait doubles from one second; it never becomes a lock. */
export const patience = {
  account: { free: 5, longest: 30 * 60 },
  address: { free: 30, longest: 5 * 60 },
} as const satisfies Record<string, Patience>;

/** Seconds until another try is looked at; 0 when it may be now. */
export function secondsToWait(failures: Failures, { free, longest }: Patience, now: Date): number {
  if (failures.count < free || !failures.lastAt) return 0;
  const pause = Math.min(2 ** Math.min(failures.count - free, 30), longest);
  return Math.max(0, Math.ceil(pause - (now.getTime() - failures.lastAt.getTime()) / 1000));
}
