import type { EditorField } from '../editor/editor-field.js';

/** The corners of an area. */
export const polygonField: EditorField = {
  ...{ kind: 'json', name: 'polygon', label: 'Corners' },
  help: 'Each as [across, down] in millionths of the picture, from its upper left corner: [[450000, 600000], …].',
};
