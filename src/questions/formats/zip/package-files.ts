import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { DomainError } from '../../../shared/index.js';
import { fileRefused } from '../refusals.js';

const mostEntries = 2_000;
/** In bytes, once unpacked: all files together, and one alone. */
export interface PackageLimits {
  together: number;
  each: number;
}
const ofQuestions: PackageLimits = { together: 200_000_000, each: 10_000_000 };
/** Text is seldom packed more than twenty times smaller; small files may be. */
const mostTimes = 100;
const small = 1_000_000;
const deepest = 16;
const archive = /\.(zip|7z|rar|tar|tgz|gz|bz2|xz|zst|jar|imscc)$/i;

/**
 * The files of a zip archive by name. Nothing is unpacked before the whole list was looked through.
 * @throws DomainError import_refused for names that lead elsewhere or differ in case alone, links, passwords, archives
 *   within the archive, too many or too large files
 */
export class PackageFiles {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: Map<string, Entry>,
  ) {}

  static async open(bytes: Buffer, limits = ofQuestions): Promise<PackageFiles> {
    try {
      const zip = await yauzl.fromBufferPromise(bytes, { strictFileNames: true });
      if (zip.entryCount > mostEntries)
        throw fileRefused(`The package holds more than ${mostEntries.toLocaleString('en')} files.`);
      const entries = new Map<string, Entry>();
      const folded = new Set<string>();
      let total = 0;
      for await (const entry of zip.eachEntry()) {
        refuseEntry(entry, folded, limits.each);
        total += entry.uncompressedSize;
        if (total > limits.together)
          throw fileRefused(`The package is larger than ${limits.together / 1_000_000} MB once unpacked.`);
        entries.set(entry.fileName, entry);
      }
      return new PackageFiles(zip, entries);
    } catch (error) {
      throw asRefusal(error);
    }
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** The bytes of a file; undefined if there is none. Never more than its list said. */
  async read(name: string): Promise<Buffer | undefined> {
    const entry = this.entries.get(name);
    if (!entry) return undefined;
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    } catch (error) {
      throw asRefusal(error, name);
    }
  }
}

/** `folded` gathers the names as a disk reads them that knows no case: two that are one there are refused. */
function refuseEntry(entry: Entry, folded: Set<string>, largest: number): void {
  const { fileName, uncompressedSize, compressedSize } = entry;
  const shown = fileName.slice(0, 80);
  const name = fileName.normalize('NFKC').toLowerCase();
  if (folded.has(name)) throw fileRefused(`The package holds “${shown}” twice.`);
  folded.add(name);
  if (archive.test(name)) throw fileRefused(`“${shown}” is a package within the package. Send each by itself.`);
  if (fileName.split('/').length > deepest) throw fileRefused(`The folders of “${shown}” are deeper than ${deepest}.`);
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000)
    throw fileRefused(`“${shown}” is a link to another file.`);
  if (entry.isEncrypted()) throw fileRefused('The package is locked by a password.');
  if (uncompressedSize > largest) throw fileRefused(`“${shown}” is larger than ${largest / 1_000_000} MB.`);
  if (uncompressedSize > small && uncompressedSize > compressedSize * mostTimes)
    throw fileRefused(`“${shown}” is packed more than ${mostTimes} times smaller than it is.`);
}

/** The archive library's own findings, as refusals of the file. */
function asRefusal(error: unknown, name = ''): Error {
  if (error instanceof DomainError) return error;
  const { message } = error as Error;
  if (/^(invalid relative path|absolute path|invalid characters in fileName)/.test(message))
    return fileRefused('A file in the package has a name that leads out of it.');
  return fileRefused(name ? `“${name.slice(0, 80)}” cannot be unpacked.` : 'The package cannot be unpacked.');
}
