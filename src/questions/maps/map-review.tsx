import type { ShownPicture } from '../bank/stored-question.js';
import type { ReviewProps } from '../views/question-view.js';
import { MapMarker, MapPicture, MapZone, ZoneName } from './map-picture.js';
import { depthsOf, letter, pointsIn, pointWords, productsOf } from './point-words.js';
import type { Polygon } from './polygon.js';

interface ShownZone {
  name?: string;
  polygon: Polygon;
  product?: string;
  depths?: string[];
  from?: string;
  to?: string;
}
interface ShownDanger {
  polygon: Polygon;
  why: string;
}

/** One's own points on the picture; when the policy shows what is right, targets and danger zones around them. */
export function MapReview({ question, response, answer }: ReviewProps): JSX.Element {
  const points = pointsIn(response);
  const zones = (answer?.['zones'] ?? []) as ShownZone[];
  const dangers = (answer?.['dangers'] ?? []) as ShownDanger[];
  return (
    <div class="face-map">
      <div class="map-stage">
        <MapPicture picture={question.picture as ShownPicture}>
          {zones.map(({ polygon }) => (
            <MapZone polygon={polygon} look="is-target" />
          ))}
          {dangers.map(({ polygon }) => (
            <MapZone polygon={polygon} look="is-danger" />
          ))}
          {zones.map(({ polygon }, at) => (
            <ZoneName polygon={polygon} name={letter(at)} />
          ))}
          {dangers.map(({ polygon }) => (
            <ZoneName polygon={polygon} name="!" />
          ))}
          {points.map(({ x, y }, at) => (
            <MapMarker at={[x, y]} number={at + 1} />
          ))}
        </MapPicture>
      </div>
      {points.length === 0 ? <p class="soft">You placed no point.</p> : ''}
      <ol class="map-words">
        {points.map((point) => (
          <li safe>{pointWords(question, point)}</li>
        ))}
      </ol>
      <Legend question={question} zones={zones} dangers={dangers} />
    </div>
  );
}

type LegendProps = Pick<ReviewProps, 'question'> & { zones: ShownZone[]; dangers: ShownDanger[] };

function Legend({ question, zones, dangers }: LegendProps): JSX.Element {
  if (zones.length === 0) return <></>;
  return (
    <dl class="map-legend">
      {zones.map((zone, at) => (
        <div>
          <dt class="is-target" safe>
            {letter(at)}
          </dt>
          <dd safe>{zoneWords(question, zone)}</dd>
        </div>
      ))}
      {dangers.map(({ why }) => (
        <div>
          <dt class="is-danger">!</dt>
          <dd safe>{`Danger zone. ${why}`}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What belongs into a target. */
function zoneWords(question: LegendProps['question'], { name, product, depths = [], from, to }: ShownZone): string {
  const of = productsOf(question).find(({ id }) => id === product);
  if (!of) return name ?? 'Right place';
  const planes = depthsOf(question).filter(({ id }) => depths.includes(id));
  const dose = from === to ? from! : `${from} to ${to}`;
  return `${name ? `${name}: ` : ''}${dose} ${of.unit} of ${of.name}. ${planes.map(({ text }) => text).join(', or ')}.`;
}
