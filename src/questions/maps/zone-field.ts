import type { EditorField } from '../editor/editor-field.js';

/** Where areas are drawn on the picture. */
export const zonesField: EditorField = {
  kind: 'zones',
  name: 'zoneMap',
  label: 'Areas on the picture',
  optional: true,
};

/** The corners of an area. */
export const polygonField: EditorField = {
  ...{ kind: 'json', name: 'polygon', label: 'Corners' },
  help: 'Each as [across, down] in millionths of the picture, from its upper left corner: [[450000, 600000], …].',
};
