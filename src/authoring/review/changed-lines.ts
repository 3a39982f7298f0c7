import { diffArrays, diffWordsWithSpace } from 'diff';

export interface Piece {
  text: string;
  changed: boolean;
}

/** A row of two texts side by side: the same line, a changed, added or removed one, or how many are left out. */
export type Row = { same: string } | { skipped: number } | { before?: Piece[]; after?: Piece[] };

/** Lines that are shown around a change. */
const around = 2;
/** Beyond this two lines are compared as wholes: words would take longer than they help. */
const longest = 4_000;

/** The lines in which two texts differ, with some around them. Nothing where they do not. */
export function changedLines(before: string, after: string): Row[] {
  const rows: Row[] = [];
  const parts = diffArrays(before.split('\n'), after.split('\n'));
  parts.forEach((part, at) => {
    if (part.added && parts[at - 1]?.removed) return;
    if (part.added) rows.push(...part.value.map((line) => ({ after: [{ text: line, changed: true }] })));
    else if (part.removed) rows.push(...paired(part.value, parts[at + 1]?.added ? parts[at + 1]!.value : []));
    else rows.push(...part.value.map((same) => ({ same })));
  });
  return rows.some((row) => !('same' in row)) ? shortened(rows) : [];
}

function paired(old: string[], now: string[]): Row[] {
  return Array.from({ length: Math.max(old.length, now.length) }, (_, at) => {
    const [was, is] = [old[at], now[at]];
    if (was === undefined) return { after: [{ text: is!, changed: true }] };
    if (is === undefined) return { before: [{ text: was, changed: true }] };
    return wordsOf(was, is);
  });
}

function wordsOf(was: string, is: string): Row {
  if (was.length + is.length > longest)
    return { before: [{ text: was, changed: true }], after: [{ text: is, changed: true }] };
  const parts = diffWordsWithSpace(was, is);
  return {
    before: parts.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, changed: removed })),
    after: parts.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, changed: added })),
  };
}

/** Long stretches that are the same become a number. */
function shortened(rows: Row[]): Row[] {
  const near = rows.map((_, at) =>
    rows.slice(Math.max(0, at - around), at + around + 1).some((row) => !('same' in row)),
  );
  const shown: Row[] = [];
  rows.forEach((row, at) => {
    const last = shown.at(-1);
    if (near[at]) shown.push(row);
    else if (last && 'skipped' in last) last.skipped += 1;
    else shown.push({ skipped: 1 });
  });
  return shown;
}
