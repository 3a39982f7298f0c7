import type { Option } from '../../web/index.js';

/** One thing that an author fills in, spelt as the authored form spells it. */
export type EditorField = {
  name: string;
  label: string;
  help?: string;
  /** May stay empty. */
  optional?: true;
} & (
  | { kind: 'line' | 'text' | 'whole' | 'check' | 'date' | 'truth' | 'json' }
  /** Kept as it is, unseen; `kept` also when it is more than a text. */
  | { kind: 'hidden' | 'kept' }
  /** Names a row for good; made when the row is new, never typed. */
  | { kind: 'id' }
  /** Several short texts, separated by commas. */
  | { kind: 'list' }
  | { kind: 'choice' | 'checks'; options: Option[] }
  /** Where the areas of the question are drawn; the corners themselves stand in the fields of each area. */
  | { kind: 'zones' }
  | GroupOf<'group'>
  | GroupOf<'picture'>
  | Rows
);

interface GroupOf<K extends string> {
  kind: K;
  fields: EditorField[];
  /** Drops what does not belong together, for example the percentage of an absolute tolerance. */
  fit?: (group: Record<string, unknown>) => Record<string, unknown>;
}

export interface Rows {
  kind: 'rows';
  /** What one row is called: "Option". */
  row: string;
  /** The fields of a row, which may hang on what kind of row it is. */
  fields: EditorField[] | ((row: Record<string, unknown>) => EditorField[]);
  /** What can be added, and what a new one begins with. */
  adds: { label: string; begin?: Record<string, string> }[];
  /** Their order means something. */
  ordered?: true;
}

export const fieldsOfRow = ({ fields }: Rows, row: Record<string, unknown>): EditorField[] =>
  typeof fields === 'function' ? fields(row) : fields;
