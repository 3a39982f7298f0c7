import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { fileRefused } from '../refusals.js';

export interface Line {
  number: number;
  /** With its line feed, unless it is the last one. */
  text: string;
}

const slice = 64 * 1024;
const longest = 4_000_000;
/** Percent. Guesses below it have read µL as ľL. */
const sure = 60;
const guessable = /^(ISO-8859-(1|2|9|15)|windows-125[0-9]|UTF-16[LB]E)$/i;

/**
 * The lines of a text file, decoded piece by piece: never more than one line and one piece are held.
 * The encoding is what a byte order mark or the XML declaration says, else UTF-8 if it is, else the one it most surely is.
 * @throws DomainError import_refused for bytes that are no text, NUL, and lines longer than 4,000,000 characters
 */
export function* linesOf(bytes: Uint8Array): Generator<Line> {
  const decoder = iconv.getDecoder(encodingOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  let number = 1;
  let rest = '';
  for (let at = 0; at <= bytes.length; at += slice) {
    const piece = decoder.write(Buffer.from(bytes.subarray(at, at + slice)));
    const last = at + slice > bytes.length;
    const parts = (rest + piece + (last ? (decoder.end() ?? '') : '')).split(/(?<=\n)/);
    rest = last ? '' : (parts.pop() ?? '');
    if (rest.length > longest) throw fileRefused('The line is longer than 4,000,000 characters.', number);
    for (const text of parts) {
      if (text.includes('\u0000')) throw fileRefused('There is a NUL character; this is not a text file.', number);
      yield { number: number++, text };
    }
  }
}

/** The name of the encoding, for the report. @throws DomainError import_refused */
export function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16';
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(bytes.toString('latin1', 0, 300))?.[1];
  if (declared && !/^utf-?8$/i.test(declared)) {
    if (!iconv.encodingExists(declared)) throw fileRefused(`The encoding "${declared}" is not known.`, 1);
    return declared;
  }
  if (isUtf8(bytes)) return 'utf-8';
  if (declared || first === 0xef) throw fileRefused('The bytes are not the UTF-8 they are said to be.', badLine(bytes));
  const guess = surely(bytes.subarray(0, slice));
  if (guess !== undefined) return guess;
  throw fileRefused('The encoding cannot be told. Save the file as UTF-8.', badLine(bytes));
}

/** The likeliest encoding, unless another one is half as likely and reads the bytes in another way. */
function surely(bytes: Buffer): string | undefined {
  const [guess, ...others] = chardet.analyse(bytes);
  if (!guess || guess.confidence < sure || !guessable.test(guess.name)) return undefined;
  const read = iconv.decode(bytes, guess.name);
  const rivals = others.filter(({ name, confidence }) => guessable.test(name) && confidence * 2 >= guess.confidence);
  return rivals.every(({ name }) => iconv.decode(bytes, name) === read) ? guess.name : undefined;
}

/** The first line that is not UTF-8. */
function badLine(bytes: Buffer): number {
  for (let number = 1, from = 0; ; number++) {
    const end = bytes.indexOf(0x0a, from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return number;
    from = end + 1;
  }
}
