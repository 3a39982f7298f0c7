import { responseOf } from '../../web/index.js';
import { rowsOf } from './arrange-rows.js';
import { type EditorField, fieldsOfRow } from './editor-field.js';

type Nested = Record<string, unknown>;
/** Which rows there are, also those in which nothing is typed yet. */
type RowsAt = (list: string) => number[];

/** What the fields say, in the authored form and unchecked: `authoredQuestion` decides whether it is a question. */
export function readEditor(fields: EditorField[], typed: Nested, prefix = 'question'): Nested {
  const rowsAt: RowsAt = (list) => rowsOf(typed as Record<string, string>, list);
  return readGroup(fields, responseOf(Object.entries(typed), prefix) as Nested | undefined, prefix, rowsAt);
}

function readGroup(fields: EditorField[], typed: Nested | undefined, prefix: string, rowsAt: RowsAt): Nested {
  const read = fields.map((field): [string, unknown] => [
    field.name,
    readField(field, typed?.[field.name], `${prefix}.${field.name}`, rowsAt),
  ]);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function readField(field: EditorField, typed: unknown, name: string, rowsAt: RowsAt): unknown {
  switch (field.kind) {
    case 'check':
      return typed === 'yes';
    case 'truth':
      return typed === undefined ? undefined : typed === 'true';
    case 'whole':
      return typeof typed === 'string' && /^\s*\d{1,9}\s*$/.test(typed) ? Number(typed) : typed;
    case 'list':
      return typeof typed === 'string' ? typed.split(/[\s,;]+/).filter(Boolean) : empty(field);
    case 'checks':
      return typed === undefined ? undefined : [typed].flat();
    case 'json':
    case 'kept':
      return typeof typed === 'string' ? parsed(typed) : undefined;
    case 'zones':
      return undefined;
    case 'picture':
    case 'group': {
      const group = readGroup(field.fields, typed as Nested | undefined, name, rowsAt);
      if (Object.keys(group).length === 0) return empty(field, {});
      return field.fit ? field.fit(group) : group;
    }
    case 'rows':
      return readRows(field, typed as Nested | undefined, name, rowsAt);
    default:
      return typeof typed === 'string' ? typed.replaceAll('\r\n', '\n').trim() : empty(field);
  }
}

const empty = ({ optional, kind }: EditorField, nothing: unknown = kind === 'hidden' ? undefined : ''): unknown =>
  optional ? undefined : nothing;

function readRows(
  field: Extract<EditorField, { kind: 'rows' }>,
  typed: Nested | undefined,
  name: string,
  rowsAt: RowsAt,
): unknown {
  const rows = rowsAt(name).map((at) => {
    const row = (typed?.[at] ?? {}) as Nested;
    return readGroup(fieldsOfRow(field, row), row, `${name}.${at}`, rowsAt);
  });
  return rows.length === 0 && field.optional ? undefined : withIds(rows);
}

/** Gives new rows a name that no other row has. */
function withIds(rows: Nested[]): Nested[] {
  const used = new Set(rows.map(({ id }) => id));
  return rows.map((row) => {
    if (row['id'] !== '') return row;
    let number = 1;
    while (used.has(`r${number}`)) number += 1;
    used.add(`r${number}`);
    return { ...row, id: `r${number}` };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
