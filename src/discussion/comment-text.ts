import { z } from 'zod';

/** Line ends and blank lines as one would set them; nothing that a reader sees is lost. */
const tidy = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Controls, marks that turn the direction of what follows, and heaps of accents: nothing that is read, much that misleads. */
const misleading = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\p{M}{5,}/u;

/** Plain text of up to 4,000 characters; blank lines make paragraphs. */
export const commentText = z
  .string({ error: 'Write something.' })
  .transform((typed) => tidy(typed.replaceAll('\t', ' ')))
  .pipe(
    z
      .string()
      .min(1, 'Write something.')
      .max(4000, 'Use at most 4,000 characters.')
      .refine((text) => !misleading.test(text), 'Leave out characters that cannot be seen.'),
  );

export interface TextPart {
  text: string;
  /** An address that may be followed. */
  href?: string;
}

const address = /https?:\/\/[^\s<>"'`]+/gi;
const trailing = /[.,;:!?)\]}»”’]+$/;

/** The words of a comment, with the addresses in them. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let last = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const href = found.replace(trailing, '');
    if (!isPlain(href)) continue;
    parts.push({ text: text.slice(last, index) }, { text: href, href });
    last = index + href.length;
  }
  return [...parts, { text: text.slice(last) }].filter((part) => part.text !== '');
}

export const linksIn = (text: string): number => partsOf(text).filter(({ href }) => href !== undefined).length;

/** An address of a page that shows where it leads: a user name before the host would hide that. */
function isPlain(href: string): boolean {
  const url = URL.parse(href);
  return url !== null && url.username === '' && url.password === '' && url.hostname.includes('.');
}
