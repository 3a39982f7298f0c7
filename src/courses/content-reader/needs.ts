import type { OutlineModule } from './content-folder.js';
import type { Problems } from './content-problem.js';

/** A course with the courses that something in it needs. */
export interface Needing {
  slug: string;
  file: string;
  outline: OutlineModule[];
}

export const neededBy = (outline: OutlineModule[]): string[] => [
  ...new Set(outline.flatMap(({ items }) => items.flatMap((item) => item.needs ?? []))),
];

/** Nobody is sent to a course that is not there, or in a circle. */
export function needsCanBeMet(courses: Needing[], known: ReadonlySet<string>, problems: Problems): void {
  const needs = new Map<string, string[]>();
  for (const { slug, outline } of courses) needs.set(slug, [...(needs.get(slug) ?? []), ...neededBy(outline)]);
  for (const { slug, file, outline } of courses) {
    for (const needed of neededBy(outline))
      if (!known.has(needed)) problems.add(file, 1, `There is no course "${needed}" to complete before.`);
    const circle = circleFrom(slug, needs);
    if (circle) problems.add(file, 1, `Nobody could begin: ${circle.join(' needs ')}.`);
  }
}

/** The way from a course back to itself; undefined where there is none. */
export function circleFrom(start: string, needs: ReadonlyMap<string, string[]>): string[] | undefined {
  const seen = new Set<string>();
  const walk = (at: string, way: string[]): string[] | undefined => {
    for (const next of needs.get(at) ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, [start]);
}
