import { breakable } from '../../documents/index.js';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const elsewhere = 'The verification page shows it in full.';

/**
 * The name as the fonts can draw it. Pictures in it are left out and a note says so; a name with a letter that cannot be
 * drawn is not mangled: the paper points to its page instead.
 */
export function drawnName(name: string, canPrint: (text: string) => boolean): { name: string; note: string | null } {
  const parts = [...graphemes.segment(name)].map(({ segment }) => segment);
  const [drawn, missing] = [parts.filter(isDrawn), parts.filter((part) => !isDrawn(part))];
  if (missing.length === 0) return { name: breakable(name), note: null };
  const rest = drawn.join('').replace(/\s+/g, ' ').trim();
  if (/\p{L}/u.test(rest) && !missing.some((part) => /[\p{L}\p{N}]/u.test(part))) {
    return { name: breakable(rest), note: `The name is printed without its pictures. ${elsewhere}` };
  }
  const note = `The name is written in characters this document cannot draw. ${elsewhere}`;
  return { name: 'The holder is named on the page of this number', note };

  // Joiners have no shape of their own.
  function isDrawn(part: string): boolean {
    return canPrint(part.replace(/[\u200c\u200d]/g, ''));
  }
}
