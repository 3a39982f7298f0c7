/** "2026-10-31" → "2026-10-01": the period a day belongs to. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** "2026-12-01" → "2027-01-01" */
export function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
}

/** The instant's day in UTC. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Where something of this day is posted: on it, or on the first day after the months that are closed. */
export function postingDay(day: string, lastClosed: string | undefined): string {
  return lastClosed === undefined || monthOf(day) > lastClosed ? day : nextMonth(lastClosed);
}

/** "2026-02-01" → "2026-02-28" */
export const lastDay = (month: string): string => dayOf(new Date(Date.parse(nextMonth(month)) - 86_400_000));
