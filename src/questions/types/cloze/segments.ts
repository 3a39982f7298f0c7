const pattern = /\{\{([a-z0-9-]+)\}\}/g;

/** The names of the gaps in a text, in order. */
export const gapsIn = (text: string): string[] => [...text.matchAll(pattern)].map(([, name]) => name!);

/** A text cut at its gaps. */
export function segmentsOf(text: string): ({ text: string } | { gap: string })[] {
  const pieces = text.split(pattern);
  return pieces.flatMap((piece, at): ({ text: string } | { gap: string })[] => {
    if (at % 2 === 1) return [{ gap: piece }];
    return piece === '' ? [] : [{ text: piece }];
  });
}
