import { isDeepStrictEqual } from 'node:util';

/** The names of the fields in which two versions differ, as an author reads them. */
export function changedFields(before: object | null, after: object | null): string[] {
  if (!before || !after) return [];
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].filter((name) => !isDeepStrictEqual(a[name], b[name])).sort();
}
