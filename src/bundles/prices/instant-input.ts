const local = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?$/;
const offset = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?$/;
const minute = 60_000;

export type ReadInstant = { at: Date } | { refusal: string };

/**
 * The instant somebody typed: `2026-12-01T09:00:00-05:00` says its offset itself; `2026-12-01T09:00` is read in `zone`,
 * which is `UTC`, an offset such as `-05:00`, or an IANA name such as `America/New_York`.
 */
export function readInstant(text: string, zone = 'UTC'): ReadInstant {
  const typed = text.trim();
  const parts = local.exec(typed);
  if (!parts) return readAbsolute(typed);
  const asUtc = Date.parse(
    `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6] ?? '00'}.${(parts[7] ?? '0').padEnd(3, '0')}Z`,
  );
  // Date.parse carries 31 June over into July.
  if (Number.isNaN(asUtc) || new Date(asUtc).getUTCDate() !== Number(parts[3])) return { refusal: noDate };
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return { at: new Date(asUtc - fixed) };
  const format = formatIn(zone.trim());
  return format ? readLocal(asUtc, format, zone.trim()) : { refusal: noZone };
}

const noDate = 'Enter a date and time such as 2026-12-01 09:00.';
const noZone = 'Enter UTC, an offset such as -05:00, or a zone such as America/New_York.';

export const isZone = (zone: string): boolean => fixedOffset(zone) !== undefined || formatIn(zone.trim()) !== undefined;

function readAbsolute(text: string): ReadInstant {
  const isIso = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.test(text);
  const [date, rest] = [text.slice(0, 10), text.slice(11).replace(/([+-]\d\d)(\d\d)$/, '$1:$2')];
  const at = Date.parse(`${date}T${rest}`);
  const day = Date.parse(`${date}T00:00Z`);
  const isDay = !Number.isNaN(day) && new Date(day).toISOString().startsWith(date);
  return isIso && isDay && !Number.isNaN(at) ? { at: new Date(at) } : { refusal: noDate };
}

function fixedOffset(zone: string): number | undefined {
  const name = zone.trim();
  if (/^(UTC|GMT|Z)$/i.test(name)) return 0;
  const parts = offset.exec(name.toUpperCase());
  if (!parts) return undefined;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  return minutes > 14 * 60 || Number(parts[3] ?? 0) > 59 ? undefined : (parts[1] === '-' ? -1 : 1) * minutes * minute;
}

function formatIn(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

/** On two nights of a year a local time does not exist, or exists twice: neither is guessed. */
function readLocal(asUtc: number, format: Intl.DateTimeFormat, zone: string): ReadInstant {
  const offsets = new Set([-1, 0, 1].map((days) => offsetAt(asUtc + days * 1440 * minute, format)));
  const instants = [...offsets].map((each) => asUtc - each).filter((at) => at + offsetAt(at, format) === asUtc);
  if (instants.length === 0) return { refusal: `This time does not exist in ${zone}: the clocks go forward over it.` };
  if (instants.length > 1)
    return { refusal: `This time exists twice in ${zone}: the clocks go back over it. Give an offset.` };
  return { at: new Date(instants[0]!) };
}

function offsetAt(at: number, format: Intl.DateTimeFormat): number {
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')!.value;
  const parts = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name);
  if (!parts) return 0;
  const seconds = Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0);
  return (parts[1] === '-' ? -1 : 1) * seconds * 1000;
}
