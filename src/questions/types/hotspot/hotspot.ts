import { z } from 'zod';
import { slug, words } from '../../../shared/index.js';
import { bestTotal } from '../../maps/best-matching.js';
import { doubledArea, grid, isInside, pointWithin, type Polygon, touch } from '../../maps/polygon.js';
import { type PlacedPoint, pointsForm, readPoints } from '../../maps/read-points.js';
import { needsPicture, polygonSchema } from '../../maps/zone.js';
import { responseInvalid } from '../../questions.errors.js';
import { twice } from '../../twice.js';
import type { QuestionType } from '../question-type.js';

const authored = z.strictObject({
  zones: z
    .array(z.strictObject({ id: slug, name: words(80).optional(), polygon: polygonSchema }))
    .min(1, 'there is at least one area')
    .max(20),
  /** How many points are asked for; as many as there are areas if it is not said. */
  count: z.int().min(1).max(20).optional(),
});
interface Body {
  count: number;
}
interface Key {
  zones: { name?: string | undefined; polygon: Polygon }[];
}
const form = pointsForm({}, 20).describe('hotspot: `points` in millionths of the width and height of the picture');
interface Response {
  points: PlacedPoint[];
}

/** Points to be placed on a picture, at most as many as are asked for; each area holds one. */
export const hotspot: QuestionType<z.output<typeof authored>, Body, Key, Response> = {
  authored,
  asked: z.object({ count: z.number(), separator: z.string() }),
  form,
  shuffled: false,

  wrong(question) {
    const { zones, count = 1 } = question;
    if (!('picture' in question && question.picture)) return needsPicture;
    const [again] = twice(zones.map(({ id }) => id));
    if (again !== undefined) return { path: ['zones', again, 'id'], message: 'This id is used twice.' };
    const over = zones.findIndex(({ polygon }, at) =>
      zones.slice(0, at).some((other) => touch(other.polygon, polygon)),
    );
    if (over >= 0) return { path: ['zones', over, 'polygon'], message: 'This area touches one before it.' };
    return count > zones.length
      ? { path: ['count'], message: `There are only ${zones.length} areas to be found.` }
      : undefined;
  },

  split: ({ zones, count = zones.length }) => ({
    body: { count },
    key: { zones: zones.map(({ name, polygon }) => ({ ...(name && { name }), polygon })) },
  }),
  parts: () => [],
  ask: ({ body: { count }, separator }) => ({ count, separator }),

  read(sent, posed) {
    const response = readPoints(sent, form, posed);
    const { count } = posed.body;
    if (response && response.points.length > count)
      throw responseInvalid(count === 1 ? 'Place one point.' : `Place at most ${count} points.`);
    return response;
  },

  mark({ zones }, { points }, { body }) {
    const hits = points.map(({ x, y }) => zones.map(({ polygon }) => Number(isInside(polygon, [x, y]))));
    return { credit: Math.min(1, bestTotal(hits) / body.count) };
  },

  reveal: ({ zones }, { body }) => ({
    points: zones.slice(0, body.count).map(({ polygon }) => {
      const [x, y] = pointWithin(polygon);
      return { x, y };
    }),
    zones,
  }),

  // A point placed blindly hits an area as often as the area is large; of several points that is not simple to say.
  guess: ({ count }, { zones }) =>
    count > 1 ? null : zones.reduce((sum, { polygon }) => sum + doubledArea(polygon), 0) / (2 * grid * grid),
};
