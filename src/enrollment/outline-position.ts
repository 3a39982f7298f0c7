import type { OutlineItem, OutlineModule } from '../courses/index.js';

/** Item slug → done or only seen. An item that is not here was never opened. */
export type Progress = Readonly<Record<string, boolean>>;

export const itemsOf = (outline: OutlineModule[]): OutlineItem[] => outline.flatMap(({ items }) => items);

export const findItem = (outline: OutlineModule[], slug: string): OutlineItem | undefined =>
  itemsOf(outline).find((item) => item.slug === slug);

export const isDone = (progress: Progress, item: OutlineItem): boolean => progress[item.slug] === true;

export const doneCount = (outline: OutlineModule[], progress: Progress): number =>
  itemsOf(outline).filter((item) => isDone(progress, item)).length;

/** The items before and after this one. */
export function neighbours(outline: OutlineModule[], slug: string): { previous?: OutlineItem; next?: OutlineItem } {
  const items = itemsOf(outline);
  const at = items.findIndex((item) => item.slug === slug);
  return at < 0 ? {} : { previous: items[at - 1], next: items[at + 1] };
}

/** The address of an item in the player. */
export const itemAddress = (course: string, item: Pick<OutlineItem, 'kind' | 'slug'>): string =>
  item.kind === 'quiz' ? `/learn/${course}/quiz/${item.slug}` : `/learn/${course}/${item.slug}`;
