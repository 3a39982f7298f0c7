type Typed = Record<string, string | string[] | undefined>;

/** Which button of the editor was pressed: rows are added, removed and moved without anything being saved. */
export interface Arrangement {
  /** The list, and what the new row begins with. */
  add?: { list: string; begin: Record<string, string> };
  /** The row: `question.options.2`. */
  remove?: string;
  up?: string;
  /** A group that is emptied. */
  clear?: string;
  /** Nothing moves. */
  show?: true;
}

/** The typed fields with a row more, a row less or two rows changed places. */
export function arrangeRows(typed: Typed, { add, remove, up, clear }: Arrangement): Typed {
  if (add) {
    const at = Math.max(-1, ...rowsOf(typed, add.list)) + 1;
    return { ...typed, ...named(`${add.list}.${at}`, { id: '', ...add.begin }) };
  }
  if (remove) return renumbered(typed, remove, (at, row) => (at === row ? undefined : at > row ? at - 1 : at));
  if (up) return renumbered(typed, up, (at, row) => (at === row ? Math.max(0, at - 1) : at === row - 1 ? row : at));
  if (clear) return Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith(`${clear}.`)));
  return typed;
}

/** The numbers of the rows of a list that have a field. */
export const rowsOf = (typed: Typed, list: string): number[] => {
  const numbers = Object.keys(typed).map((name) => rowIn(name, list)?.row);
  return [...new Set(numbers.filter((each) => each !== undefined))].sort((a, b) => a - b);
};

function rowIn(name: string, list: string): { row: number; rest: string } | undefined {
  const [, row, rest] = (name.startsWith(`${list}.`) && /^(\d{1,3})(\..+)$/.exec(name.slice(list.length + 1))) || [];
  return row === undefined ? undefined : { row: Number(row), rest: rest! };
}

function renumbered(typed: Typed, name: string, place: (at: number, row: number) => number | undefined): Typed {
  const dot = name.lastIndexOf('.');
  const list = name.slice(0, dot);
  const row = Number(name.slice(dot + 1));
  const entries = Object.entries(typed).flatMap(([field, value]): [string, Typed[string]][] => {
    const found = rowIn(field, list);
    if (!found) return [[field, value]];
    const at = place(found.row, row);
    return at === undefined ? [] : [[`${list}.${at}${found.rest}`, value]];
  });
  return Object.fromEntries(entries);
}

const named = (prefix: string, begin: Record<string, string>): Typed =>
  Object.fromEntries(Object.entries(begin).map(([name, value]) => [`${prefix}.${name}`, value]));
