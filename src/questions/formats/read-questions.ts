import iconv from 'iconv-lite';
import { readAiken } from './aiken/read-aiken.js';
import { readGift } from './gift/read-gift.js';
import { readMoodle } from './moodle/read-moodle.js';
import { readQti } from './qti/read-qti.js';
import type { ReadItem } from './read-item.js';
import { fileRefused } from './refusals.js';
import { encodingOf, linesOf } from './source/lines.js';
import { readPackage } from './zip/read-package.js';

export type ImportFormat = 'Moodle XML' | 'GIFT' | 'Aiken' | 'QTI' | 'QTI package';

/** The questions of a file, one after the other, whatever its format. @throws DomainError import_refused */
export async function* readQuestions(bytes: Buffer, format: ImportFormat): AsyncGenerator<ReadItem> {
  if (format === 'QTI package') yield* readPackage(bytes);
  else yield* readers[format](linesOf(bytes));
}

const readers = { 'Moodle XML': readMoodle, GIFT: readGift, Aiken: readAiken, QTI: readQti };

/** The format of a file, told by what stands in it, never by its name. @throws DomainError import_refused */
export function formatOf(bytes: Buffer): ImportFormat {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return 'QTI package';
  const beginning = iconv.decode(bytes.subarray(0, 64 * 1024), encodingOf(bytes)).trimStart();
  if (!beginning.startsWith('<')) return /^\s*ANSWER\s*:\s*[A-Za-z]\s*$/im.test(beginning) ? 'Aiken' : 'GIFT';
  const root = /<(?![?!])(?:[\w.-]+:)?([\w-]+)/.exec(beginning)?.[1] ?? '';
  if (root === 'quiz') return 'Moodle XML';
  if (['questestinterop', 'assessmentItem', 'qti-assessment-item'].includes(root)) return 'QTI';
  throw fileRefused(`Files that begin with <${root}> are not known here.`);
}
