import type { EditorField } from '../../editor/editor-field.js';
import { toleranceField, unitFields } from '../../editor/shared-fields.js';

const drawn = (name: string, label: string): EditorField => ({ kind: 'list', name, label, optional: true });

export const dosingEditor: EditorField[] = [
  {
    ...{ kind: 'choice', name: 'formula', label: 'What is asked' },
    options: [
      { value: 'unitsPerTenth', label: 'Units in 0.1 mL (vial, diluent)' },
      { value: 'volumeForDose', label: 'Millilitres that hold a dose (vial, diluent, dose)' },
      { value: 'diluentFor', label: 'Millilitres of diluent for units in 0.1 mL (vial, concentration)' },
      { value: 'totalUnits', label: 'Units in a volume (vial, diluent, volume)' },
    ],
  },
  {
    ...{ kind: 'group', name: 'draw', label: 'What is drawn' },
    help: 'Values separated by commas. The text shows the drawn one as {{vial}}.',
    fields: [
      drawn('vial', 'Units in the vial'),
      drawn('diluent', 'Diluent in mL'),
      drawn('dose', 'Dose in units'),
      drawn('volume', 'Volume in mL'),
      drawn('concentration', 'Units in 0.1 mL'),
    ],
  },
  toleranceField,
  ...unitFields,
];
