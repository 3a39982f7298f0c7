import type { EditorField } from '../../editor/editor-field.js';

export const orderingEditor: EditorField[] = [
  {
    ...{ kind: 'rows', name: 'items', label: 'Steps, in the right order', row: 'Step', ordered: true },
    adds: [{ label: 'Add a step' }],
    fields: [
      { kind: 'id', name: 'id', label: '' },
      { kind: 'line', name: 'text', label: 'Text' },
    ],
  },
];
