const beginnings = [
  { type: 'application/pdf', bytes: '%PDF-' },
  { type: 'image/png', bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', bytes: '\xff\xd8\xff' },
] as const;

export type HandedIn = (typeof beginnings)[number]['type'];

/** What a file is by its first bytes, whatever its name says. */
export const mediaTypeOf = (file: Buffer): HandedIn | undefined =>
  beginnings.find(({ bytes }) => file.subarray(0, bytes.length).equals(Buffer.from(bytes, 'latin1')))?.type;

/** A name that is safe to show and to save under. */
export function plainName(sent: string | undefined): string {
  const last = (sent ?? '').normalize('NFC').split(/[\\/]/).at(-1)!;
  const plain = last.replace(/[\p{C}<>:"|?*]/gu, '').trim();
  return plain.slice(-120) || 'file';
}
