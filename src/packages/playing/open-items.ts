import type { Manifest, PackageItem } from '../manifest/manifest.js';
import { readPrerequisites } from '../manifest/prerequisites.js';

/** Whether an item may be opened, by what is done of the others. */
export function isOpen(manifest: Manifest, item: PackageItem, done: Set<string>): boolean {
  const ids = manifest.items.map(({ id }) => id);
  if (done.has(item.id)) return true;
  if (manifest.inOrder && ids.slice(0, ids.indexOf(item.id)).some((id) => !done.has(id))) return false;
  if (item.prerequisites === '') return true;
  return readPrerequisites(item.prerequisites, (id) => ids.includes(id))((id) => done.has(id));
}

/** Where to go on: the first item that is open and not done, else the first. */
export const nextItem = (manifest: Manifest, done: Set<string>): PackageItem =>
  manifest.items.find((item) => !done.has(item.id) && isOpen(manifest, item, done)) ?? manifest.items[0]!;
