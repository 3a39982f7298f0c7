/** "1 December 2026, 09:00 UTC" */
export function formatInstant(at: Date, zone = 'UTC', locale = 'en-GB'): string {
  const date = formatDate(at, zone, locale);
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(at);
  return `${date}, ${time}`;
}

/** "1 December 2026" */
export function formatDate(at: Date, zone = 'UTC', locale = 'en-GB'): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }).format(at);
}
