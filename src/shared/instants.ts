const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times more than using it. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let known = formats.get(key);
  if (!known) formats.set(key, (known = new Intl.DateTimeFormat(locale, options)));
  return known;
}

/** "1 December 2026, 09:00 UTC" */
export function formatInstant(at: Date, zone = 'UTC', locale = 'en-GB'): string {
  const time = format(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone, timeZoneName: 'short' }).format(at);
  return `${formatDate(at, zone, locale)}, ${time}`;
}

/** "1 December 2026" */
export function formatDate(at: Date, zone = 'UTC', locale = 'en-GB'): string {
  return format(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }).format(at);
}
