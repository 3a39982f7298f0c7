import type { SourceFile } from '../../courses/index.js';

/** A file that differs between two sets of files; null where it is not there. Pictures that are not text have no text. */
export interface ChangedFile {
  path: string;
  before: string | null;
  after: string | null;
  isText: boolean;
}

/** The files in which two sets differ, `course.md` first. */
export function changedFiles(before: SourceFile[], after: SourceFile[]): ChangedFile[] {
  const [old, now] = [before, after].map((files) => new Map(files.map(({ path, bytes }) => [path, bytes])));
  return [...new Set([...old!.keys(), ...now!.keys()])]
    .filter((path) => !same(old!.get(path), now!.get(path)))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((path) => ({
      path,
      isText: !/\.(png|jpg|webp)$/.test(path),
      before: old!.get(path)?.toString('utf8') ?? null,
      after: now!.get(path)?.toString('utf8') ?? null,
    }));
}

const same = (a: Buffer | undefined, b: Buffer | undefined) => (a && b ? a.equals(b) : a === b);
