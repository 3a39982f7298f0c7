import type { Children } from '@kitajs/html';
import type { ShownPicture } from '../bank/stored-question.js';
import { grid, pointWithin, type Point, type Polygon } from './polygon.js';

const percent = (millionths: number) => `${millionths / 10_000}%`;

/** A picture with a layer over it, on which markers keep their size and areas grow with the picture. */
export function MapPicture({ picture, children }: { picture: ShownPicture; children?: Children }): JSX.Element {
  const { id, alt, width, height } = picture;
  return (
    <>
      <img src={`/question-pictures/${id}`} alt={alt} width={width} height={height} draggable="false" />
      <svg class="map-layer" aria-hidden="true">
        {children}
      </svg>
    </>
  );
}

/** An area, drawn twice: its line has a bright edge, so that it stands out on any photograph. */
export function MapZone({ polygon, look }: { polygon: Polygon; look: 'is-target' | 'is-danger' }): JSX.Element {
  const points = polygon.map((corner) => corner.join(',')).join(' ');
  return (
    <svg class={['map-zone', look]} viewBox={`0 0 ${grid} ${grid}`} preserveAspectRatio="none">
      <polygon class="map-halo" points={points} />
      <polygon class="map-line" points={points} />
    </svg>
  );
}

/** The name of an area, in its middle. */
export function ZoneName({ polygon, name }: { polygon: Polygon; name: string }): JSX.Element {
  const [x, y] = pointWithin(polygon);
  return (
    <svg class="map-name" x={percent(x)} y={percent(y)} overflow="visible">
      <text safe>{name}</text>
    </svg>
  );
}

/** A point: a ring with its number, or a square while it is held (see src/web/browser/picture-stage.ts). */
export function MapMarker({ at: [x, y], number }: { at: Point; number: number }): JSX.Element {
  return (
    <svg class="map-marker" x={percent(x)} y={percent(y)} overflow="visible">
      <circle class="map-edge" r="14" />
      <circle class="map-ring" r="11" />
      <text>{number}</text>
    </svg>
  );
}
