import type { EditorField } from '../../editor/editor-field.js';
import { acceptFields } from '../../editor/shared-fields.js';

export const shortAnswerEditor: EditorField[] = acceptFields;
