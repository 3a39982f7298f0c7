import { filesAt, type Place } from './content-files.js';
import type { Problems } from './content-problem.js';
import { slug } from '../../shared/index.js';

export interface Entry {
  slug: string;
  file: string;
}

/** The files of `<folder>/<base>` with this ending (or its folders, for ending '/'), named by their slugs. */
export async function entries(folder: Place, base: string, ending: string, problems: Problems): Promise<Entry[]> {
  const found = await filesAt(folder).list(base);
  return found
    .filter((entry) => (ending === '/' ? entry.isFolder : !entry.isFolder && entry.name.endsWith(ending)))
    .filter((entry) => !entry.name.startsWith('.'))
    .map((entry) => ({
      slug: ending === '/' ? entry.name : entry.name.slice(0, -ending.length),
      file: `${base}/${entry.name}`,
    }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .filter((entry) => {
      const ok = slug.safeParse(entry.slug).success;
      if (!ok)
        problems.add(entry.file, 1, 'The name becomes an address: use small letters, digits and single hyphens.');
      return ok;
    });
}
