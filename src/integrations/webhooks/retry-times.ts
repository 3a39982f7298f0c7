const [second, minute, hour] = [1, 60, 3600];

/** The pause after each failed attempt, in seconds: together a little more than five days. */
const pauses = [
  ...[5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour],
  ...[24 * hour, 24 * hour, 24 * hour],
];

/** When to try again after so many failed attempts; undefined when it was the last one. */
export function nextTry(failed: number, now: Date): Date | undefined {
  const pause = pauses[failed - 1];
  return pause === undefined ? undefined : new Date(now.getTime() + pause * 1000);
}

/** An endpoint that took nothing for so long is closed. */
export const daysOfFailure = 5;
