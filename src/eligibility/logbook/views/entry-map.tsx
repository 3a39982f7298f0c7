import { type AskedQuestion, MapControls, MapReview, planeWords } from '../../../questions/index.js';
import { FieldError, fieldId, type FormState } from '../../../web/index.js';
import type { Procedure } from '../../procedures/procedures.js';
import { mapPrefix, typedMap } from '../entry-form.js';
import type { MapPoint } from '../entry.schemas.js';
import { used } from '../read-map.js';

const mostPoints = 60;

/** The face map of the exams, asked about what was done. */
const asked = ({ slug, title, kind, unit, depths, picture }: Procedure): AskedQuestion => ({
  ...{ id: slug, type: 'faceMap', text: title, picture, separator: '.' },
  products: [{ id: used, name: kind === 'botulinum-toxin' ? 'Toxin' : 'Filler', unit }],
  depths: depths.map((depth) => ({ id: depth, text: planeWords[depth] })),
});

/** Where it was injected, to be filled in. */
export function EntryMapField({ procedure, form }: { procedure: Procedure; form: FormState }): JSX.Element {
  const field = `${mapPrefix}.points`;
  const errorId = `${fieldId(field)}-error`;
  return (
    <fieldset class={['field', 'practice-map', form.errors[field] && 'has-error']}>
      <legend>Map of the injections</legend>
      <FieldError form={form} name={field} />
      <MapControls
        question={asked(procedure)}
        name={mapPrefix}
        response={typedMap(form)}
        errorId={errorId}
        most={mostPoints}
        help={`Place a point for each injection, and give its ${procedure.unit} and depth, with a decimal point: 2.5.`}
      />
    </fieldset>
  );
}

/** Where it was injected. */
export function EntryMap({ procedure, points }: { procedure: Procedure; points: MapPoint[] }): JSX.Element {
  const placed = points.map((point) => ({ ...point, product: used }));
  return <MapReview question={asked(procedure)} response={{ points: placed }} />;
}
