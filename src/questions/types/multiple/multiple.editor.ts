import type { EditorField } from '../../editor/editor-field.js';
import { optionsField } from '../../editor/shared-fields.js';

const ways = [
  { value: 'all', label: 'All right ones and no other earn the marks' },
  { value: 'perOption', label: 'Each right one earns a part, each wrong one takes a part away' },
];

export const multipleEditor: EditorField[] = [
  optionsField(),
  { kind: 'choice', name: 'scoring', label: 'Marking', options: ways },
];
