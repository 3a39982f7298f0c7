import type { EditorField } from '../../editor/editor-field.js';

export const trueFalseEditor: EditorField[] = [{ kind: 'truth', name: 'answer', label: 'The statement is' }];
