import type { Opens, OutlineItem, OutlineModule } from '../../courses/index.js';
import { isDone, itemsOf, type Progress } from '../outline-position.js';

/** All that decides what one learner may open in a course. */
export interface Standing {
  outline: OutlineModule[];
  progress: Progress;
  /** When the course was begun. */
  createdAt: Date;
  /** Slugs of the courses this person completed. */
  completedCourses: string[];
  now: Date;
}

/** Whether an item may be opened; if not, since when or after what. */
export type Rule = { isOpen: true } | { isOpen: false; opensAt: Date | null; needs: string[] };

const open: Rule = { isOpen: true };
const day = 86_400_000;

/** What was opened once stays open, whatever is withdrawn or changed since. */
export function ruleOf(item: Pick<OutlineItem, 'slug' | 'opens' | 'needs'>, standing: Standing): Rule {
  if (item.slug in standing.progress) return open;
  const needs = (item.needs ?? []).filter((course) => !standing.completedCourses.includes(course));
  const at = item.opens ? opensAt(item.opens, standing.createdAt) : null;
  const opens = at && at > standing.now ? at : null;
  return needs.length === 0 && !opens ? open : { isOpen: false, opensAt: opens, needs };
}

const opensAt = (opens: Opens, begun: Date): Date =>
  'on' in opens ? new Date(opens.on) : new Date(begun.getTime() + opens.days * day);

/** Where to go on: the first open item that is left, of a module that counts before one that does not. */
export function nextOpen(standing: Standing): OutlineItem | undefined {
  const left = (modules: OutlineModule[]) =>
    itemsOf(modules).find((item) => !isDone(standing.progress, item) && ruleOf(item, standing).isOpen);
  return left(standing.outline.filter((module) => !isEnough(module, standing.progress))) ?? left(standing.outline);
}

/** Whether a module is done as far as the course asks. */
export function isEnough({ complete, items }: OutlineModule, progress: Progress): boolean {
  if (complete === 'none') return true;
  const done = (item: OutlineItem) => isDone(progress, item);
  return complete === 'any' ? items.some(done) : items.every(done);
}

export const isComplete = (outline: OutlineModule[], progress: Progress): boolean =>
  outline.every((module) => isEnough(module, progress));

/** What is closed and comes first, by its date: undefined when nothing waits for a date. */
export function nextToOpen(standing: Standing): { item: OutlineItem; opensAt: Date } | undefined {
  const dated = itemsOf(standing.outline).flatMap((item) => {
    const rule = ruleOf(item, standing);
    return !rule.isOpen && rule.opensAt && rule.needs.length === 0 ? [{ item, opensAt: rule.opensAt }] : [];
  });
  return dated.toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime())[0];
}
