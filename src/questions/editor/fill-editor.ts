import { type EditorField, fieldsOfRow } from './editor-field.js';

type Typed = Record<string, string | string[]>;

/** The fields filled with a question as it was written: the way back of `readEditor`. */
export function fillEditor(fields: EditorField[], authored: object, prefix = 'question'): Typed {
  const written = authored as Record<string, unknown>;
  return Object.assign(
    {},
    ...fields.map((field) => fill(field, written[field.name], `${prefix}.${field.name}`)),
  ) as Typed;
}

function fill(field: EditorField, value: unknown, name: string): Typed {
  if (value === undefined || value === null) return {};
  if (field.kind === 'group' || field.kind === 'picture') return fillEditor(field.fields, value, name);
  if (field.kind === 'rows') {
    const rows = value as Record<string, unknown>[];
    return Object.assign(
      {},
      ...rows.map((row, at) => fillEditor(fieldsOfRow(field, row), row, `${name}.${at}`)),
    ) as Typed;
  }
  if (field.kind === 'check') return value === true ? { [name]: 'yes' } : {};
  if (field.kind === 'list') return { [name]: (value as string[]).join(', ') };
  if (field.kind === 'checks') return { [`${name}:list`]: value as string[] };
  if (field.kind === 'json') return { [name]: JSON.stringify(value).replaceAll('],[', '], [') };
  if (field.kind === 'kept') return { [name]: JSON.stringify(value, null, 2) };
  return { [name]: typeof value === 'string' ? value : JSON.stringify(value) };
}
