/** Any host of our own would do: the address only has to stay on it. */
const origin = 'https://here.invalid';

// Control characters, spaces and backslashes, which browsers drop or read as slashes; also when percent-encoded.
const tricks = /[\p{Cc}\s\\]|%(0[0-9a-f]|1[0-9a-f]|7f|5c)|^\/(\/|%2f)/iu;

/**
 * The path to continue to, if it is one of ours; else undefined. Only a path that begins with a single slash and that
 * every browser resolves on our own origin is accepted.
 */
export function safeNextPath(next: unknown): string | undefined {
  if (typeof next !== 'string' || next.length > 1000 || !next.startsWith('/') || tricks.test(next)) return undefined;
  if (!URL.canParse(next, origin)) return undefined;
  const url = new URL(next, origin);
  const path = url.pathname + url.search + url.hash;
  // Dots may have melted into a second slash: `/.//evil`.
  return url.origin === origin && !path.startsWith('//') ? path : undefined;
}

/** The address of a page of ours with the way on kept in it. */
export const withNext = (path: string, next: string | undefined): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path;
