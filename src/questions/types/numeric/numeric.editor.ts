import type { EditorField } from '../../editor/editor-field.js';
import { toleranceField, unitFields } from '../../editor/shared-fields.js';

export const numericEditor: EditorField[] = [
  { kind: 'line', name: 'answer', label: 'Right answer', help: 'With a decimal point: 2.5' },
  toleranceField,
  ...unitFields,
];
