import { inflateSync } from 'node:zlib';

const mebibyte = 1024 * 1024;
/** A certificate's PDF has 70 KB and one attachment; whatever is far beyond that is not read. */
export const limits = { pdf: 5 * mebibyte, attachment: mebibyte, attachments: 16, dictionary: 4_096 };

export type PdfReading = { credential: string } | { refused: string };

/**
 * The signed credential that a PDF carries as an attachment, as JSON text; whether it is genuine is for others to judge.
 * Nothing of the PDF is executed, drawn or followed: streams that call themselves embedded files are the only thing read,
 * each inflated to 1 MiB at most. A PDF that another program saved again is read too, as long as it is not encrypted.
 */
export function readPdf(bytes: Uint8Array): PdfReading {
  if (bytes.length > limits.pdf) return { refused: 'The PDF is larger than 5 MB.' };
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!file.subarray(0, 1_024).includes('%PDF-')) return { refused: 'The file is not a PDF.' };
  const places = embeddedFiles(file);
  if (places.length > limits.attachments) return { refused: 'The PDF has too many attachments.' };
  const found = new Set<string>();
  for (const place of places) {
    const text = attachmentAt(file, place);
    if (text !== undefined && isCredential(text)) found.add(text);
  }
  const [credential, another] = found;
  if (credential === undefined) return { refused: whyNone(file, places.length) };
  if (another !== undefined) return { refused: 'The PDF carries more than one certificate.' };
  return { credential };
}

/** Where dictionaries name themselves embedded files; the list stops one past the limit. */
function embeddedFiles(file: Buffer): number[] {
  const places: number[] = [];
  const name = '/EmbeddedFile';
  for (let at = file.indexOf(name); at >= 0 && places.length <= limits.attachments; at = file.indexOf(name, at + 1)) {
    // The list of all attachments is called /EmbeddedFiles.
    if (file[at + name.length] !== 0x73) places.push(at);
  }
  return places;
}

/** The text of the stream whose dictionary `/EmbeddedFile` stands in, or undefined where it cannot be read safely. */
function attachmentAt(file: Buffer, at: number): string | undefined {
  const before = file.toString('latin1', Math.max(0, at - limits.dictionary), at);
  const after = file.toString('latin1', at, at + limits.dictionary);
  const opening = before.lastIndexOf(' obj');
  const stream = /^[^]*?>>\s*stream(?:\r\n|\n)/.exec(after);
  if (opening < 0 || !stream || /endobj/.test(before.slice(opening) + stream[0])) return undefined;
  const dictionary = before.slice(opening) + stream[0];
  const body = file.subarray(at + stream[0].length);
  const filter = /\/Filter\s*(?:\[\s*)?(\/\w+)\s*(\/?)/.exec(dictionary);
  // Filters in a row multiply what comes out; the PDFs of certificates have one.
  if (filter && (filter[1] !== '/FlateDecode' || /^\/\w+Decode/.test(rest(dictionary, filter)))) return undefined;
  if (/\/DecodeParms|\/Crypt\b/.test(dictionary)) return undefined;
  return filter ? inflated(body) : plain(body);
}

/** What follows the first filter: another filter's name, if there is one. */
const rest = (dictionary: string, filter: RegExpExecArray): string =>
  dictionary.slice(filter.index + filter[0].length - (filter[2] ? 1 : 0));

/** Compressed data end by themselves: nobody's statement of their length is believed. */
function inflated(body: Buffer): string | undefined {
  try {
    return inflateSync(body.subarray(0, limits.attachment), { maxOutputLength: limits.attachment }).toString('utf8');
  } catch {
    return undefined;
  }
}

function plain(body: Buffer): string | undefined {
  const end = body.subarray(0, limits.attachment + 16).indexOf('endstream');
  return end < 0 ? undefined : body.toString('utf8', 0, end).trimEnd();
}

function isCredential(text: string): boolean {
  try {
    const { type, credentialSubject } = JSON.parse(text) as { type?: unknown; credentialSubject?: unknown };
    return Array.isArray(type) && type.includes('VerifiableCredential') && typeof credentialSubject === 'object';
  } catch {
    return false;
  }
}

function whyNone(file: Buffer, attachments: number): string {
  if (file.includes('/Encrypt')) return 'The PDF is protected with a password.';
  return attachments > 0
    ? 'None of the attachments of the PDF is a certificate that can be read.'
    : 'The PDF carries no certificate. A printed or scanned copy does not.';
}
