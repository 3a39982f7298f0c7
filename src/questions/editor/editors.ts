import { type TypeName, typeNames, types } from '../types/index.js';
import { clozeEditor } from '../types/cloze/cloze.editor.js';
import { dosingEditor } from '../types/dosing/dosing.editor.js';
import { essayEditor } from '../types/essay/essay.editor.js';
import { faceMapEditor } from '../types/face-map/face-map.editor.js';
import { fileEditor } from '../types/file/file.editor.js';
import { hotspotEditor } from '../types/hotspot/hotspot.editor.js';
import { matchingEditor } from '../types/matching/matching.editor.js';
import { multipleEditor } from '../types/multiple/multiple.editor.js';
import { numericEditor } from '../types/numeric/numeric.editor.js';
import { orderingEditor } from '../types/ordering/ordering.editor.js';
import { shortAnswerEditor } from '../types/short-answer/short-answer.editor.js';
import { singleEditor } from '../types/single/single.editor.js';
import { trueFalseEditor } from '../types/true-false/true-false.editor.js';
import { caseFields, placedFields, statedFields } from './common-fields.js';
import type { EditorField } from './editor-field.js';

const editors: Partial<Record<TypeName, EditorField[]>> = {
  single: singleEditor,
  multiple: multipleEditor,
  trueFalse: trueFalseEditor,
  numeric: numericEditor,
  shortAnswer: shortAnswerEditor,
  matching: matchingEditor,
  ordering: orderingEditor,
  cloze: clozeEditor,
  dosing: dosingEditor,
  essay: essayEditor,
  file: fileEditor,
  hotspot: hotspotEditor,
  faceMap: faceMapEditor,
};

export type AuthoredType = TypeName | 'vignette';
export const authoredTypes: AuthoredType[] = [...typeNames, 'vignette'];

/** What authors call the types. */
export const typeWords = (type: AuthoredType): string => words[type] ?? type;
const words: Partial<Record<string, string>> = {
  single: 'Single choice',
  multiple: 'Multiple choice',
  trueFalse: 'True or false',
  numeric: 'Number',
  shortAnswer: 'Short answer',
  matching: 'Matching',
  ordering: 'Ordering',
  cloze: 'Text with gaps',
  dosing: 'Generated dosing',
  essay: 'Essay',
  file: 'File',
  hotspot: 'Hotspot',
  faceMap: 'Face map',
  vignette: 'Case with several questions',
};

const typeField: EditorField = { kind: 'hidden', name: 'type', label: 'Type' };

/** A type without fields of its own is written as JSON. */
const ownFields = (type: TypeName): EditorField[] =>
  editors[type] ??
  Object.keys(types[type].authored.shape).map((name) => ({
    kind: 'json',
    name,
    label: `${name} (JSON)`,
    optional: true,
  }));

const partFields = ({ type }: Record<string, unknown>): EditorField[] => [
  typeField,
  ...statedFields.before,
  ...(typeNames.some((name) => name === type) ? ownFields(type as TypeName) : []),
  ...statedFields.after,
];

const partsField: EditorField = {
  ...{ kind: 'rows', name: 'parts', label: 'Questions of the case', row: 'Question' },
  adds: typeNames.map((type) => ({ label: `Add: ${typeWords(type)}`, begin: { type, marks: '1' } })),
  fields: partFields,
};

/** Every field of a question of this type, in the order in which it is written. */
export function editorFields(type: AuthoredType): EditorField[] {
  const { before, after } = type === 'vignette' ? caseFields : statedFields;
  const own = type === 'vignette' ? [partsField] : ownFields(type);
  return [typeField, ...before, ...own, ...after, ...placedFields];
}
