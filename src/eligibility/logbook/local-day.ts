/** Which day it is in a zone, as YYYY-MM-DD. @param zone an IANA name: Europe/Dublin */
export const localDay = (now: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    // An offset is no place: it has no summer time.
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

const daysToWrite = 14;

/** Why a procedure of this day cannot be written down on this day; undefined if it can. Both are YYYY-MM-DD. */
export function wrongDay(performedOn: string, today: string): string | undefined {
  const days = (Date.parse(today) - Date.parse(performedOn)) / 86_400_000;
  if (days < 0) return 'This day is still to come.';
  if (days > daysToWrite) return `Write a procedure down within ${daysToWrite} days. This one was ${days} days ago.`;
  return undefined;
}
