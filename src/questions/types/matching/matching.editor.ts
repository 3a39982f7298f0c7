import type { EditorField } from '../../editor/editor-field.js';

export const matchingEditor: EditorField[] = [
  {
    ...{ kind: 'rows', name: 'stems', label: 'Lines', row: 'Line' },
    adds: [{ label: 'Add a line' }],
    fields: [
      { kind: 'id', name: 'id', label: '' },
      { kind: 'line', name: 'text', label: 'Text' },
      { kind: 'line', name: 'match', label: 'Name of the choice that belongs to it' },
    ],
  },
  {
    ...{ kind: 'rows', name: 'choices', label: 'Choices', row: 'Choice' },
    help: 'There may be more choices than lines.',
    adds: [{ label: 'Add a choice' }],
    fields: [
      { kind: 'line', name: 'id', label: 'Name', help: 'Small letters, digits and hyphens. Candidates do not see it.' },
      { kind: 'line', name: 'text', label: 'Text' },
    ],
  },
];
