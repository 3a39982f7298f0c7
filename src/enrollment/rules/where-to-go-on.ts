import type { OutlineItem } from '../../courses/index.js';
import { findItem, isDone, itemAddress, neighbours } from '../outline-position.js';
import { isComplete, nextOpen, ruleOf, type Standing } from './rule-of.js';

/** The lesson that was read last and its block, while it is not done; otherwise the first open item that is not. */
export function whereToGoOn(
  standing: Standing,
  place: { lesson: string; block: string } | undefined,
): { item?: OutlineItem | undefined; block?: string } {
  const read = place && findItem(standing.outline, place.lesson);
  const isLeft = read?.kind === 'lesson' && !isDone(standing.progress, read) && ruleOf(read, standing).isOpen;
  return isLeft ? { item: read, block: place!.block } : { item: nextOpen(standing) };
}

/** Where a learner goes after an item: to the next one, to one left open before, to what opens later, or to the desk. */
export function afterItem(course: string, standing: Standing, slug: string): string {
  const { next: follows } = neighbours(standing.outline, slug);
  const next = follows && ruleOf(follows, standing).isOpen ? follows : nextOpen(standing);
  if (next && next.slug !== slug) return itemAddress(course, next);
  return isComplete(standing.outline, standing.progress) ? '/learning' : `/learn/${course}`;
}
