import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { SourceFile } from '../../courses/index.js';

/** The same for the same files: no clock, no owner, names in order. */
export const fixedEntry = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

/** The files of a course as an archive that unpacks into a content folder. */
export function courseZip(course: string, files: SourceFile[]): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const { path, bytes } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    archive.addBuffer(bytes, `courses/${course}/${path}`, fixedEntry);
  archive.end();
  return buffer(archive.outputStream);
}
