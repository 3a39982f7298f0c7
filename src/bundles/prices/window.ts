/** A half-open stretch of time: the start belongs to it, the end does not. */
export interface Window {
  startsAt: Date;
  endsAt: Date | null;
}

export const isOpenAt = (window: Window, at: Date): boolean =>
  window.startsAt <= at && (window.endsAt === null || at < window.endsAt);

/** Whether `windows` together leave no gap in `[from, until)`. */
export function covers(windows: readonly Window[], from: Date, until: Date): boolean {
  let reached = from;
  for (const window of [...windows].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    if (!isOpenAt(window, reached)) continue;
    if (window.endsAt === null) return true;
    reached = window.endsAt;
  }
  return reached >= until;
}
