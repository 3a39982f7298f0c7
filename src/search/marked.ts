/** A piece of a text, and whether it is what was looked for. */
export interface Marked {
  text: string;
  found: boolean;
}

/** Characters that no text of ours contains: around what was found. */
export const markStart = '\u0002';
export const markEnd = '\u0003';

export function markedParts(marked: string): Marked[] {
  const [before = '', ...rest] = marked.split(markStart);
  const parts = rest.flatMap((piece) => {
    const [found = '', after = ''] = piece.split(markEnd);
    return [
      { text: found, found: true },
      { text: after, found: false },
    ];
  });
  return [{ text: before, found: false }, ...parts].filter(({ text }) => text !== '');
}
