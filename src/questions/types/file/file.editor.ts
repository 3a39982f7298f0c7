import type { EditorField } from '../../editor/editor-field.js';
import { rubricField } from '../../editor/shared-fields.js';
import { fileTypes } from './file.js';

export const fileEditor: EditorField[] = [
  rubricField,
  {
    ...{ kind: 'checks', name: 'accept', label: 'Kinds of files', optional: true },
    options: fileTypes.map((value) => ({ value, label: value })),
  },
  { kind: 'whole', name: 'maxFiles', label: 'Most files', optional: true },
  { kind: 'whole', name: 'maxBytes', label: 'Most bytes of each', optional: true },
];
