import type { EditorField } from '../../editor/editor-field.js';
import { polygonField, zonesField } from '../../maps/zone-field.js';

export const hotspotEditor: EditorField[] = [
  {
    ...{ kind: 'whole', name: 'count', label: 'Points to be placed', optional: true },
    help: 'As many as there are areas, if it is left empty.',
  },
  zonesField,
  {
    ...{ kind: 'rows', name: 'zones', label: 'Areas', row: 'Area' },
    help: 'Each holds one point. They must not touch.',
    adds: [{ label: 'Add an area' }],
    fields: [
      { kind: 'id', name: 'id', label: '' },
      { kind: 'line', name: 'name', label: 'Name, shown in the review', optional: true },
      polygonField,
    ],
  },
];
