/** Nobody came for so long: the session is over. */
export const idleDays = 14;

/** After so long everybody signs in again. */
export const longestDays = 30;

/** `last_seen_at` is written at most so often. */
export const seenEveryMinutes = 5;
