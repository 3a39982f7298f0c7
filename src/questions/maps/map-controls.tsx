import { fieldId } from '../../web/index.js';
import { inLanguage } from '../marking/decimal.js';
import type { ShownPicture } from '../bank/stored-question.js';
import type { AskedQuestion, ControlsProps } from '../views/question-view.js';
import { MapMarker, MapPicture } from './map-picture.js';
import { depthsOf, pointsIn, productsOf, separatorOf } from './point-words.js';
import type { PlacedPoint } from './read-points.js';

interface MapControlsProps extends ControlsProps {
  /** How many points can be placed. */
  most: number;
  /** What is to be done, in a sentence. */
  help: string;
}

/**
 * A picture to place points on. With script: by pointer or keys, and in the list below; a hidden field holds them all.
 * Without: rows of fields, which then say all there is.
 */
export function MapControls(props: MapControlsProps): JSX.Element {
  const { question, name, response, errorId, most, help } = props;
  const points = pointsIn(response);
  const helpId = `help-${question.id}`;
  return (
    <>
      <p class="field-help" id={helpId} safe>
        {help}
      </p>
      <face-map class="face-map" data-most={String(most)} data-separator={separatorOf(question)}>
        <input
          type="hidden"
          name={`${name}.points:json`}
          value={points.length > 0 ? JSON.stringify(points) : ''}
          aria-describedby={errorId}
        />
        <div class="map-stage" id={fieldId(`${name}.points`)} aria-describedby={`${helpId} ${errorId}`}>
          <MapPicture picture={question.picture as ShownPicture}>
            {points.map(({ x, y }, at) => (
              <MapMarker at={[x, y]} number={at + 1} />
            ))}
          </MapPicture>
        </div>
        <p class="map-keys soft" hidden>
          Tap to place a point. Tap a point to take it up, then tap where it belongs. With keys: arrows move the cross,
          with Shift in larger steps; Enter places, takes up and puts down a point; Delete removes it.
        </p>
        <ol class="map-list"></ol>
        <template>
          <li class="map-row">
            <Row question={question} />
            <button type="button" class="button button-quiet button-small" data-remove>
              Remove
            </button>
          </li>
        </template>
        <p class="visually-hidden" aria-live="polite"></p>
      </face-map>
      <noscript>
        <input type="hidden" name={`${name}.rows.sent`} value="1" />
        {Array.from({ length: rowsFor(points, most) }, (_, at) => (
          <fieldset class="map-row">
            <legend>Point {at + 1}</legend>
            <Row question={question} name={`${name}.rows.${at + 1}`} point={points[at]} />
          </fieldset>
        ))}
      </noscript>
    </>
  );
}

/** As many as are held and some to spare; never a number that tells how many are right. */
const rowsFor = (points: PlacedPoint[], most: number) => Math.min(most, Math.max(8, points.length + 4));

/** The fields of one point. With a name they are sent; without, a script reads them by their `data-field`. */
function Row({
  question,
  name,
  point,
}: {
  question: AskedQuestion;
  name?: string;
  point?: PlacedPoint | undefined;
}): JSX.Element {
  const separator = separatorOf(question);
  const products = productsOf(question);
  const named = (field: string) => (name ? { name: `${name}.${field}` } : {});
  const place = (millionths: number | undefined) =>
    millionths === undefined ? '' : inLanguage(String(millionths / 10_000), separator);
  return (
    <>
      <Box label="Across, %" field="x" value={place(point?.x)} {...named('x')} />
      <Box label="Down, %" field="y" value={place(point?.y)} {...named('y')} />
      {products.length > 0 ? (
        <>
          <Box label="Units" field="units" value={point?.units ?? ''} {...named('units')} />
          <Choose
            label="Product"
            field="product"
            options={products.map(({ id, name: text, unit }) => ({ id, text: `${text}, ${unit}` }))}
            value={point?.product ?? (products.length === 1 ? products[0]!.id : undefined)}
            {...named('product')}
          />
          <Choose label="Depth" field="depth" options={depthsOf(question)} value={point?.depth} {...named('depth')} />
        </>
      ) : (
        ''
      )}
    </>
  );
}

interface BoxProps {
  label: string;
  field: string;
  name?: string;
  value: string;
}

const Box = ({ label, field, name, value }: BoxProps): JSX.Element => (
  <label class={['map-field', `is-${field}`]}>
    <span safe>{label}</span>
    <input
      class="input"
      type="text"
      inputmode="decimal"
      autocomplete="off"
      maxlength={40}
      data-field={field}
      name={name}
      value={value}
    />
  </label>
);

interface ChooseProps extends Omit<BoxProps, 'value'> {
  options: { id: string; text: string }[];
  value: string | undefined;
}

const Choose = ({ label, field, name, options, value }: ChooseProps): JSX.Element => (
  <label class={['map-field', `is-${field}`]}>
    <span safe>{label}</span>
    <select class="input select" data-field={field} name={name}>
      <option value="">Choose</option>
      {options.map(({ id, text }) => (
        <option value={id} selected={id === value} safe>
          {text}
        </option>
      ))}
    </select>
  </label>
);
