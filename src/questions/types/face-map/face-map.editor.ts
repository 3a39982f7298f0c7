import type { EditorField } from '../../editor/editor-field.js';
import { polygonField, zonesField } from '../../maps/zone-field.js';
import { planes, planeWords } from './planes.js';

const depths = planes.map((plane) => ({ value: plane, label: planeWords[plane] }));

export const faceMapEditor: EditorField[] = [
  {
    ...{ kind: 'rows', name: 'products', label: 'Products to choose from', row: 'Product' },
    help: 'The units of one never stand for those of another.',
    adds: [{ label: 'Add a product' }],
    fields: [
      { kind: 'line', name: 'id', label: 'Short name', help: 'Small letters, digits and hyphens.' },
      { kind: 'line', name: 'name', label: 'Name' },
      { kind: 'line', name: 'unit', label: 'Unit' },
    ],
  },
  { kind: 'checks', name: 'depths', label: 'Depths to choose from', options: depths },
  zonesField,
  {
    ...{ kind: 'rows', name: 'targets', label: 'Targets', row: 'Target' },
    adds: [{ label: 'Add a target', begin: { weight: '1' } }],
    fields: [
      { kind: 'id', name: 'id', label: '' },
      { kind: 'line', name: 'name', label: 'Name, shown in the review', optional: true },
      { kind: 'line', name: 'product', label: 'Short name of the product' },
      {
        ...{ kind: 'group', name: 'units', label: 'Right dose, ends included' },
        fields: [
          { kind: 'line', name: 'from', label: 'From' },
          { kind: 'line', name: 'to', label: 'To' },
        ],
      },
      { kind: 'checks', name: 'depths', label: 'Right depths', options: depths },
      { kind: 'whole', name: 'weight', label: 'Weight' },
      polygonField,
    ],
  },
  {
    ...{ kind: 'rows', name: 'dangers', label: 'Danger zones', row: 'Danger zone', optional: true },
    help: 'A point in one of them scores nothing and fails critically. They must not touch a target.',
    adds: [{ label: 'Add a danger zone' }],
    fields: [
      { kind: 'id', name: 'id', label: '' },
      { kind: 'line', name: 'why', label: 'What harm would be done' },
      polygonField,
    ],
  },
  {
    ...{ kind: 'group', name: 'weights', label: "Parts of a target's marks", optional: true },
    fields: [
      { kind: 'whole', name: 'place', label: 'Place' },
      { kind: 'whole', name: 'dose', label: 'Dose' },
      { kind: 'whole', name: 'plane', label: 'Depth' },
    ],
  },
  { kind: 'whole', name: 'surplusCost', label: 'Percent of the marks for each point too many', optional: true },
];
