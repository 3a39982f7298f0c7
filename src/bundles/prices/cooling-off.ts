import { formatInstant } from '../../shared/index.js';
import { daysAfter, daysBefore } from './days.js';

interface Limited {
  name: string;
  startsAt: Date;
  endsAt: Date;
}

export const overlaps = (a: Omit<Limited, 'name'>, b: Omit<Limited, 'name'>): boolean =>
  a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** Why an offer stands too close to another one of the same product, and at which field; nothing if it does not. */
export function coolingOffRefusal(
  wanted: Omit<Limited, 'name'>,
  others: readonly Limited[],
  days: number,
): { field: 'startsAt' | 'endsAt'; sentence: string } | undefined {
  const apart = others.filter((other) => !overlaps(wanted, other));
  const before = apart.find(
    (other) => other.endsAt <= wanted.startsAt && daysAfter(other.endsAt, days) > wanted.startsAt,
  );
  if (before) {
    const from = formatInstant(daysAfter(before.endsAt, days));
    const sentence = `“${before.name}” ends ${formatInstant(before.endsAt)}. After it the product rests for ${days} days: start on ${from} or later.`;
    return { field: 'startsAt', sentence };
  }
  const after = apart.find(
    (other) => other.startsAt >= wanted.endsAt && daysBefore(other.startsAt, days) < wanted.endsAt,
  );
  if (!after) return undefined;
  const until = formatInstant(daysBefore(after.startsAt, days));
  const sentence = `“${after.name}” starts ${formatInstant(after.startsAt)}. Before it the product rests for ${days} days: end on ${until} or earlier.`;
  return { field: 'endsAt', sentence };
}
