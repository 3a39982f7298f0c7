import type { Code } from '../codes/code.js';
import type { PricedLine } from './priced-line.js';
import type { Owned } from './quote.js';

export const stackingRule =
  'Each price starts at the list price. The lower of a running offer and a volume price replaces it. What you paid for courses you have is credited next, and one code counts for what is left.';

/** What a buyer should know of how these lines came about. */
export function notesOf(lines: readonly PricedLine[], code: Code | undefined, owned: Owned | undefined): string[] {
  const notes: string[] = [];
  const stacked =
    lines.some((line) => line.reasons.length > 2) || (code && lines.some((line) => line.reasons.length > 1));
  if (stacked) notes.push(stackingRule);
  for (const line of lines) {
    for (const course of line.courses) {
      const has = owned?.courseIds.includes(course.id);
      const credited = line.reasons.some(({ courseId }) => courseId === course.id);
      if (has && !credited) {
        notes.push(
          `You have ${course.title} without having paid for it yourself, or its price was credited before: no credit.`,
        );
      }
    }
  }
  return notes;
}
