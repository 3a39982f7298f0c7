const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The longest line that is printed; longer ones end in an ellipsis. */
const longest = 120;

/**
 * What a person typed (a name, a line of an address) as documents state it: one line, no control characters, nothing
 * that turns the direction of the text around, cut between characters and never inside one.
 */
export function printableLine(text: string): string {
  const line = text
    .normalize('NFC')
    // Joiners stay: Arabic and Indic names need them.
    .replace(/[\p{Cc}\p{Co}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const parts = [...graphemes.segment(line)].map(({ segment }) => segment);
  return parts.length <= longest
    ? line
    : `${parts
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

/** The line with places to break in words that no column could hold. */
export function breakable(line: string): string {
  return line
    .split(' ')
    .map((word) => {
      const parts = [...graphemes.segment(word)].map(({ segment }) => segment);
      if (parts.length <= 30) return word;
      return parts.map((part, index) => (index % 10 === 9 ? `${part}\u200b` : part)).join('');
    })
    .join(' ');
}
