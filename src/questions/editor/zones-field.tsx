import { Button, fieldId, type FormState, valueOf } from '../../web/index.js';
import { MapPicture } from '../maps/map-picture.js';

interface ZonesFieldProps {
  form: FormState;
  label: string;
  /** `question`: the question whose picture and areas these are. */
  question: string;
}

/**
 * The picture on which areas are drawn (src/web/browser/zone-map.ts). The corners stay in the fields of each area, which
 * say all there is without script.
 */
export function ZonesField({ form, label, question }: ZonesFieldProps): JSX.Element {
  const of = (field: string) => valueOf(form, `${question}.picture.${field}`);
  const [id, width, height] = [of('id'), Number(of('width')), Number(of('height'))];
  const drawable = /^[\da-f-]{36}$/.test(id) && width > 0 && height > 0;
  return (
    <fieldset class="editor-group zone-group" id={fieldId(`${question}.zoneMap`)}>
      <legend safe>{label}</legend>
      {drawable ? (
        <zone-map class="face-map zone-map" data-question={question}>
          <div class="zone-tools" hidden>
            <label class="field">
              <span>Area that is drawn</span>
              <select class="input select" data-zones></select>
            </label>
            <div class="cluster">
              <Button type="button" look="quiet" small icon="undo-2" name="remove-corner">
                Remove corner
              </Button>
              <Button type="button" look="quiet" small icon="eraser" name="clear-area">
                Draw anew
              </Button>
              <Button type="button" look="quiet" small icon="zoom-in" name="larger">
                Larger picture
              </Button>
            </div>
          </div>
          <div class="zone-scroll">
            <div class="map-stage">
              <MapPicture picture={{ id, width, height, alt: of('alt') || 'The picture of this question' }} />
            </div>
          </div>
          <p class="map-keys soft" hidden>
            Tap to set a corner; tap the first one to close the area. Tap a corner to take it up, then where it belongs.
            With keys: arrows move the cross, with Shift in larger steps; Enter sets, takes up and puts down a corner,
            and closes the area on its first one; Delete removes.
          </p>
          <p class="visually-hidden" aria-live="polite"></p>
        </zone-map>
      ) : (
        <p class="soft">Choose the picture first: areas are then drawn on it. Corners can be typed below.</p>
      )}
    </fieldset>
  );
}
