import { fieldId } from '../../web/index.js';
import { inLanguage } from '../marking/decimal.js';
import type { ShownPicture } from '../bank/stored-question.js';
import type { AskedQuestion, ControlsProps } from '../views/question-view.js';
import { MapMarker, MapPicture } from './map-picture.js';
import { depthsOf, pointsIn, productsOf, separatorOf } from './point-words.js';

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
        {rowsOf(props).map((values, at) => (
          <fieldset class="map-row">
            <legend>Point {at + 1}</legend>
            <Row question={question} name={`${name}.rows.${at + 1}`} values={values} />
          </fieldset>
        ))}
      </noscript>
    </>
  );
}

type Values = Partial<Record<'x' | 'y' | 'units' | 'product' | 'depth', string>>;

/** What the rows hold, as it was typed or as it is stored, and some to spare: never as many as are right. */
function rowsOf({ question, response, most }: MapControlsProps): Values[] {
  const separator = separatorOf(question);
  const place = (millionths: number) => inLanguage(String(millionths / 10_000), separator);
  const typed = Object.values((response?.['rows'] ?? {}) as Record<string, Values | string>);
  const stored = pointsIn(response).map((point): Values => ({ ...point, x: place(point.x), y: place(point.y) }));
  const held = typed.length > 0 ? typed.filter((row) => typeof row !== 'string') : stored;
  const spare = Math.min(most, Math.max(8, held.length + 4)) - held.length;
  return [...held, ...Array.from({ length: spare }, () => ({}))];
}

interface RowProps {
  question: AskedQuestion;
  name?: string;
  values?: Values;
}

/** The fields of one point. With a name they are sent; without, a script reads them by their `data-field`. */
function Row({ question, name, values = {} }: RowProps): JSX.Element {
  const products = productsOf(question);
  const named = (field: string) => (name ? { name: `${name}.${field}` } : {});
  return (
    <>
      <Box label="Across, %" field="x" value={values.x ?? ''} {...named('x')} />
      <Box label="Down, %" field="y" value={values.y ?? ''} {...named('y')} />
      {products.length > 0 ? (
        <>
          <Box label="Units" field="units" value={values.units ?? ''} {...named('units')} />
          <Choose
            label="Product"
            field="product"
            options={products.map(({ id, name: text, unit }) => ({ id, text: `${text}, ${unit}` }))}
            value={values.product ?? (products.length === 1 ? products[0]!.id : undefined)}
            {...named('product')}
          />
          <Choose label="Depth" field="depth" options={depthsOf(question)} value={values.depth} {...named('depth')} />
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
