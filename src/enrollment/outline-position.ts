import type { OutlineItem, OutlineModule } from '../courses/index.js';

/** Item slug → done or only seen. An item that is not here was never opened. */
export type Progress = Readonly<Record<string, boolean>>;

export const itemsOf = (outline: OutlineModule[]): OutlineItem[] => outline.flatMap(({ items }) => items);

export const findItem = (outline: OutlineModule[], slug: string): OutlineItem | undefined =>
  itemsOf(outline).find((item) => item.slug === slug);

export const isDone = (progress: Progress, item: OutlineItem): boolean => progress[item.slug] === true;

export const doneCount = (outline: OutlineModule[], progress: Progress): number =>
  itemsOf(outline).filter((item) => isDone(progress, item)).length;

/** Where to go on: the first item that is not done. Undefined when everything is. */
export const nextOpen = (outline: OutlineModule[], progress: Progress): OutlineItem | undefined =>
  itemsOf(outline).find((item) => !isDone(progress, item));

/** The lesson that was read last and its block, while it is not done; otherwise the first item that is not. */
export function whereToGoOn(
  outline: OutlineModule[],
  progress: Progress,
  place: { lesson: string; block: string } | undefined,
): { item?: OutlineItem; block?: string } {
  const read = place && findItem(outline, place.lesson);
  if (read?.kind === 'lesson' && !isDone(progress, read)) return { item: read, block: place!.block };
  return { item: nextOpen(outline, progress) };
}

/** The items before and after this one. */
export function neighbours(outline: OutlineModule[], slug: string): { previous?: OutlineItem; next?: OutlineItem } {
  const items = itemsOf(outline);
  const at = items.findIndex((item) => item.slug === slug);
  return at < 0 ? {} : { previous: items[at - 1], next: items[at + 1] };
}

/** The address of an item in the player. */
export const itemAddress = (course: string, item: Pick<OutlineItem, 'kind' | 'slug'>): string =>
  item.kind === 'quiz' ? `/learn/${course}/quiz/${item.slug}` : `/learn/${course}/${item.slug}`;

/** Where a learner goes after an item: to the next one, to one left open before, or, with nothing left, to the desk. */
export function afterItem(course: string, outline: OutlineModule[], progress: Progress, slug: string): string {
  const next = neighbours(outline, slug).next ?? nextOpen(outline, progress);
  return next && next.slug !== slug ? itemAddress(course, next) : '/learning';
}
