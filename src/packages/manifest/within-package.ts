import { posix } from 'node:path';

const elsewhere = /^(\/|\\|[a-z][a-z0-9+.-]*:)/i;

/** A place within the package; undefined if it leads out of it. */
export function withinPackage(...parts: string[]): string | undefined {
  if (parts.some((part) => elsewhere.test(part) || part.includes('\\'))) return undefined;
  const joined = posix.join(...parts);
  return joined.startsWith('../') || joined === '..' ? undefined : joined;
}
