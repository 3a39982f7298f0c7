import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where content is read from: a folder on the disk, or files that are kept elsewhere. */
export interface ContentFiles {
  /** What lies directly in a folder of it; nothing where there is no such folder. */
  list(base: string): Promise<{ name: string; isFolder: boolean }[]>;
  /** The bytes of a file; undefined when there is none, `too large` beyond the limit. */
  read(file: string, most: number): Promise<Buffer | 'too large' | undefined>;
}

/** A folder by its path, or files by name. */
export type Place = string | ContentFiles;

/** One file of a course, its path below the folder it belongs to. */
export interface SourceFile {
  path: string;
  bytes: Buffer;
}

export const filesAt = (place: Place): ContentFiles => (typeof place === 'string' ? onDisk(place) : place);

function onDisk(folder: string): ContentFiles {
  return {
    list: async (base) => {
      const found = await readdir(join(folder, base), { withFileTypes: true }).catch(() => []);
      return found.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    },
    read: async (file, most) => {
      const path = join(folder, file);
      try {
        return (await stat(path)).size > most ? 'too large' : await readFile(path);
      } catch (error) {
        if ((error as { code?: string }).code === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}

/** Files that are not on a disk, by their path below the content folder. */
export function keptFiles(files: ReadonlyMap<string, Buffer>): ContentFiles {
  return {
    list: (base) => {
      const found = new Map<string, boolean>();
      for (const path of files.keys()) {
        if (!path.startsWith(`${base}/`)) continue;
        const [name, ...rest] = path.slice(base.length + 1).split('/');
        found.set(name!, rest.length > 0);
      }
      return Promise.resolve([...found].map(([name, isFolder]) => ({ name, isFolder })));
    },
    read: (file, most) => {
      const bytes = files.get(file);
      return Promise.resolve(bytes && bytes.length > most ? 'too large' : bytes);
    },
  };
}
