import type { EditorField } from '../../editor/editor-field.js';
import { rubricField } from '../../editor/shared-fields.js';

export const essayEditor: EditorField[] = [
  rubricField,
  {
    ...{ kind: 'group', name: 'words', label: 'Length', optional: true },
    fields: [
      { kind: 'whole', name: 'min', label: 'Fewest words', optional: true },
      { kind: 'whole', name: 'max', label: 'Most words', optional: true },
    ],
  },
];
