import type { EditorField } from '../../editor/editor-field.js';
import { optionsField } from '../../editor/shared-fields.js';

export const singleEditor: EditorField[] = [
  optionsField([
    { kind: 'line', name: 'credit', label: 'Share of the marks if it is not the best, 0 to 1', optional: true },
  ]),
];
