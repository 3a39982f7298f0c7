import yauzl, { type Entry } from 'yauzl';
import { isCourseFile, type SourceFile } from '../../courses/index.js';
import { DomainError, invalidField } from '../../shared/index.js';

export const largestZip = 60_000_000;
const mostEntries = 2_000;
const mostBytes = 100_000_000;
const largest = 8_000_000;
/** Text is seldom packed more than twenty times smaller; small files may be. */
const mostTimes = 100;
const small = 1_000_000;

const refused = (sentence: string) => invalidField('file', sentence, 'zip_refused');

/**
 * The files of a course in an archive: `courses/<course>/…`, or the files themselves. Nothing is unpacked before the whole
 * list was looked through. @throws DomainError zip_refused, which says what is wrong and with which file
 */
export async function readCourseZip(bytes: Buffer, course: string): Promise<SourceFile[]> {
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { strictFileNames: true });
    if (zip.entryCount > mostEntries) throw refused(`The archive holds more than ${mostEntries} files.`);
    const entries = new Map<string, Entry>();
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      const path = pathOf(entry, course);
      if (entries.has(path)) throw refused(`The archive holds “${shown(entry)}” twice.`);
      refuseEntry(entry);
      total += entry.uncompressedSize;
      if (total > mostBytes) throw refused('The archive is larger than 100 MB once unpacked.');
      entries.set(path, entry);
    }
    if (!entries.has('course.md')) throw refused('The archive holds no course.md.');
    const files: SourceFile[] = [];
    for (const [path, entry] of entries) {
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      files.push({ path, bytes: Buffer.concat(chunks) });
    }
    return files;
  } catch (error) {
    throw asRefusal(error);
  }
}

const shown = ({ fileName }: Entry) => fileName.slice(0, 80);

function pathOf(entry: Entry, course: string): string {
  const inCourse = /^courses\/([a-z0-9-]+)\/(.*)$/.exec(entry.fileName);
  if (inCourse && inCourse[1] !== course) throw refused(`“${shown(entry)}” belongs to another course than ${course}.`);
  const path = inCourse ? inCourse[2]! : entry.fileName;
  if (!isCourseFile(path)) throw refused(`“${shown(entry)}” is no file of a course.`);
  return path;
}

function refuseEntry(entry: Entry): void {
  const { uncompressedSize, compressedSize } = entry;
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000)
    throw refused(`“${shown(entry)}” is a link to another file.`);
  if (entry.isEncrypted()) throw refused('The archive is locked by a password.');
  if (uncompressedSize > largest) throw refused(`“${shown(entry)}” is larger than 8 MB.`);
  if (uncompressedSize > small && uncompressedSize > compressedSize * mostTimes)
    throw refused(`“${shown(entry)}” is packed more than ${mostTimes} times smaller than it is.`);
}

/** The archive library's own findings, as refusals of the file. */
function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  return /^(invalid relative path|absolute path|invalid characters in fileName)/.test((error as Error).message)
    ? refused('A file in the archive has a name that leads out of it.')
    : refused('The archive cannot be unpacked.');
}
