/** What would end a line, hide, or turn its reading direction around. */
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Text that stays in its line in every format; what is longer than `most` characters ends in "…". */
export function oneLine(text: string, most = 300): string {
  const flat = text.toWellFormed().replace(unwanted, ' ').replace(/\s+/gu, ' ').trim();
  const characters = [...flat];
  return characters.length <= most ? flat : `${characters.slice(0, most - 1).join('')}…`;
}

/** For programs that read ASCII alone: accents fall off, what has no likeness becomes "?". */
export const asciiLine = (text: string, most?: number): string =>
  oneLine(text, most)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/…/g, '...')
    .replace(/[^\x20-\x7E]/gu, '?');
