import { diffArrays } from 'diff';

/** Where a text differs from the one it was made from: lines `from` up to `to` of the old became `lines`. */
interface Hunk {
  from: number;
  to: number;
  lines: string[];
}

/**
 * Brings two changes of one text together, line by line. @returns undefined where both changed the same lines, or lines
 * that touch: then a person decides.
 */
export function mergeLines(base: string, mine: string, theirs: string): string | undefined {
  const old = split(base);
  const hunks = [...hunksOf(old, split(mine)), ...hunksOf(old, split(theirs))].sort(
    (a, b) => a.from - b.from || a.to - b.to,
  );
  const merged: string[] = [];
  let at = 0;
  let last: Hunk | undefined;
  for (const hunk of hunks) {
    if (last && same(last, hunk)) continue;
    if (last && hunk.from <= last.to) return undefined;
    merged.push(...old.slice(at, hunk.from), ...hunk.lines);
    at = hunk.to;
    last = hunk;
  }
  return [...merged, ...old.slice(at)].join('');
}

const split = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const same = (a: Hunk, b: Hunk) => a.from === b.from && a.to === b.to && a.lines.join('') === b.lines.join('');

function hunksOf(old: string[], now: string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: Hunk | undefined;
  for (const part of diffArrays(old, now)) {
    if (!part.added && !part.removed) {
      at += part.count;
      open = undefined;
      continue;
    }
    if (!open) hunks.push((open = { from: at, to: at, lines: [] }));
    if (part.removed) open.to = at += part.count;
    else open.lines.push(...part.value);
  }
  return hunks;
}
