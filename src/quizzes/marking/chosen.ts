import type { Slot } from '../../questions/index.js';

const longest = 100;

/**
 * What was answered, in the author's own names: options by theirs, numbers and words as written.
 * @returns empty for no answer; null for one that is not a few words (an order, points on a picture, an essay)
 */
export function chosen(response: object | null, slots: Slot[]): string[] | null {
  if (!response) return [];
  const { option, options, value, unit } = response as Partial<Record<string, unknown>>;
  const ids: unknown[] = Array.isArray(options) ? options : [option];
  const parts = slots.filter(({ id }) => ids.includes(id)).map(({ part }) => part);
  if (parts.length > 0) return parts.sort();
  if (typeof value !== 'string' && typeof value !== 'boolean') return null;
  return [(typeof unit === 'string' ? `${value} ${unit}` : String(value)).slice(0, longest)];
}
