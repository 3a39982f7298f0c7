/** A name in small letters, digits and hyphens; `fallback` if nothing is left of it. */
export function slugOf(text: string, fallback: string): string {
  const letters = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return letters || fallback;
}

/** Gives every name once: `dose`, `dose-2`, `dose-3`. */
export class FreeNames {
  private readonly taken = new Map<string, number>();

  next(name: string): string {
    const count = (this.taken.get(name) ?? 0) + 1;
    this.taken.set(name, count);
    if (count === 1) return name;
    return this.next(`${name}-${count}`);
  }
}

/** Parts with ids of their own, by their place: `a1`, `a2` … or by the names they had. */
export const named = <T extends { text: string }>(prefix: string, parts: T[]): (T & { id: string })[] =>
  parts.map((part, at) => ({ id: `${prefix}${at + 1}`, ...part }));
