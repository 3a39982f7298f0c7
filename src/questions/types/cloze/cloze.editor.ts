import type { EditorField } from '../../editor/editor-field.js';
import { acceptFields, optionsField, toleranceField } from '../../editor/shared-fields.js';

const ofKind: Record<string, EditorField[]> = {
  text: acceptFields,
  number: [{ kind: 'line', name: 'answer', label: 'Right answer' }, toleranceField],
  choice: [optionsField()],
};

export const clozeEditor: EditorField[] = [
  {
    ...{ kind: 'rows', name: 'gaps', label: 'Gaps', row: 'Gap' },
    help: 'The text holds each gap once, as its name in double braces: {{dose}}.',
    adds: [
      { label: 'Add a gap to type in', begin: { kind: 'text', weight: '1' } },
      { label: 'Add a gap for a number', begin: { kind: 'number', weight: '1' } },
      { label: 'Add a gap to choose for', begin: { kind: 'choice', weight: '1' } },
    ],
    fields: ({ kind }) => [
      { kind: 'hidden', name: 'kind', label: '' },
      { kind: 'line', name: 'id', label: 'Name' },
      { kind: 'whole', name: 'weight', label: 'Weight' },
      ...(ofKind[kind as string] ?? []),
    ],
  },
];
