/** Where a character stands that is not escaped; -1 if nowhere. */
export function indexOfPlain(text: string, wanted: string, from = 0): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(wanted, at)) return at;
  }
  return -1;
}

/** Cuts at every character that is not escaped. */
export function splitPlain(text: string, at: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let found = indexOfPlain(text, at); found >= 0; found = indexOfPlain(text, at, from)) {
    parts.push(text.slice(from, found));
    from = found + at.length;
  }
  return [...parts, text.slice(from)];
}

/** What stands there once the escapes are read. */
export const unescaped = (text: string): string =>
  text.replaceAll(/\\([~=#{}:n\\])/g, (_, character: string) => (character === 'n' ? '\n' : character));

export const escaped = (text: string): string => text.replaceAll(/[~=#{}:\\]/g, '\\$&').replaceAll('\n', '\\n');
