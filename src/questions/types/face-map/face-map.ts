import { z } from 'zod';
import { slug, words } from '../../../shared/index.js';
import { exact, inLanguage, parseDecimal, positiveText } from '../../marking/decimal.js';
import { whyNotANumber } from '../../marking/why-not-a-number.js';
import { pointWithin, touch } from '../../maps/polygon.js';
import { type PlacedPoint, pointsForm, readPoints } from '../../maps/read-points.js';
import { needsPicture, polygonSchema } from '../../maps/zone.js';
import { responseInvalid, unknownOption } from '../../questions.errors.js';
import { twice } from '../../twice.js';
import type { QuestionType } from '../question-type.js';
import { markMap, type MapKey } from './mark-map.js';
import { planes, planeWords } from './planes.js';

const weight = z.int().max(100);
const authored = z.strictObject({
  /** To choose from; the units of one never stand for those of another. */
  products: z
    .array(z.strictObject({ id: slug, name: words(80), unit: words(20) }))
    .min(1)
    .max(6),
  /** To choose from. */
  depths: z.array(z.enum(planes)).min(1).max(planes.length),
  targets: z
    .array(
      z.strictObject({
        id: slug,
        name: words(80).optional(),
        polygon: polygonSchema,
        product: slug,
        /** The right dose, ends included. */
        units: z.strictObject({ from: positiveText, to: positiveText }),
        /** The right depths, any of them. */
        depths: z.array(z.enum(planes)).min(1),
        weight: weight.min(1).default(1),
      }),
    )
    .min(1, 'there is at least one target')
    .max(40),
  /** A point in one of these scores nothing and fails critically. */
  dangers: z
    .array(z.strictObject({ id: slug, polygon: polygonSchema, why: words(300) }))
    .max(20)
    .default([]),
  /** How much of a target's marks the place, the dose and the depth are. */
  weights: z
    .strictObject({ place: weight.min(1), dose: weight.min(0), plane: weight.min(0) })
    .default({ place: 50, dose: 30, plane: 20 }),
  /** What each point too many costs, in percent of the question's marks. */
  surplusCost: z.int().min(1).max(100).default(10),
});
type Authored = z.output<typeof authored>;
type Body = Pick<Authored, 'products' | 'depths'>;

export const mostPoints = 60;
const choice = z.string().max(40).optional();
// In the order in which the database keeps these keys, so that what was saved and what is shown compare as equal.
const form = pointsForm({ depth: choice, units: choice, product: choice }, mostPoints).describe(
  'faceMap: `points` in millionths of the width and height of the picture, `units` as text in the language of the exam',
);
interface Response {
  points: PlacedPoint[];
}
const productPart = (id: string) => `product:${id}`;
const depthPart = (plane: string) => `depth:${plane}`;

/** Points on an anatomical picture, each with its product, units and depth. */
export const faceMap: QuestionType<Authored, Body, MapKey, Response> = {
  authored,
  asked: z.object({
    separator: z.string(),
    products: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string() })),
    depths: z.array(z.object({ id: z.string(), text: z.string() })),
  }),
  form,
  shuffled: true,
  wrong: wrongMap,

  split: ({ products, depths, targets, dangers, weights, surplusCost }) => ({
    body: { products, depths: planes.filter((plane) => depths.includes(plane)) },
    key: { targets, dangers, weights, surplusCost },
  }),

  parts: ({ products, depths }) => [
    ...products.map(({ id }) => productPart(id)),
    ...depths.map((plane) => depthPart(plane)),
  ],

  ask({ body, slots, separator }) {
    const idOf = new Map(slots.map(({ id, part }) => [part, id]));
    return {
      separator,
      // Products in the order drawn, for an author may begin with the right one; depths from the skin down.
      products: slots.flatMap(({ id, part }) =>
        body.products.filter((each) => productPart(each.id) === part).map(({ name, unit }) => ({ id, name, unit })),
      ),
      depths: body.depths.map((plane) => ({ id: idOf.get(depthPart(plane))!, text: planeWords[plane] })),
    };
  },

  read(sent, posed) {
    const response = readPoints(sent, form, posed);
    const offers = (id: string | undefined, part: string) =>
      id === undefined || posed.slots.some((slot) => slot.id === id && slot.part.startsWith(part));
    for (const [at, { units, product, depth }] of (response?.points ?? []).entries()) {
      const wrong = units && whyNotANumber(units, posed.separator);
      if (wrong) throw responseInvalid(`Point ${at + 1}: ${wrong}`);
      if (units?.startsWith('-')) throw responseInvalid(`Point ${at + 1}: A dose is not below zero.`);
      if (!offers(product, 'product:') || !offers(depth, 'depth:')) throw unknownOption();
    }
    return response;
  },

  mark(key, { points }, { slots, separator }) {
    const partOf = new Map(slots.map(({ id, part }) => [id, part.slice(part.indexOf(':') + 1)]));
    return markMap(
      key,
      points.map(({ x, y, units, product = '', depth = '' }) => ({
        at: [x, y],
        product: partOf.get(product),
        plane: partOf.get(depth),
        units: units === undefined ? undefined : parseDecimal(units, separator),
      })),
    );
  },

  reveal({ targets, dangers }, { slots, separator }) {
    const idOf = new Map(slots.map(({ id, part }) => [part, id]));
    const shown = targets.map(({ name, polygon, product, units, depths }) => ({
      ...(name && { name }),
      polygon,
      product: idOf.get(productPart(product))!,
      depths: planes.filter((plane) => depths.includes(plane)).map((plane) => idOf.get(depthPart(plane))!),
      from: inLanguage(units.from, separator),
      to: inLanguage(units.to, separator),
    }));
    return {
      points: shown.map(({ polygon, product, depths }, at) => {
        const [x, y] = pointWithin(polygon);
        const { from, to } = targets[at]!.units;
        const units = inLanguage(exact(from).plus(exact(to)).div(2).toFixed(), separator);
        return { x, y, depth: depths[0]!, units, product };
      }),
      zones: shown,
      dangers: dangers.map(({ polygon, why }) => ({ polygon, why })),
    };
  },

  guess: () => null,
};

function wrongMap(question: Authored): { path: PropertyKey[]; message: string } | undefined {
  const { products, depths, targets, dangers } = question;
  if (!('picture' in question && question.picture)) return needsPicture;
  const lists = { products, targets, dangers };
  for (const [list, named] of Object.entries(lists)) {
    const [again] = twice(named.map(({ id }) => id));
    if (again !== undefined) return { path: [list, again, 'id'], message: 'This id is used twice.' };
  }
  for (const [at, { product, units, depths: right, polygon }] of targets.entries()) {
    const path = ['targets', at];
    if (!products.some(({ id }) => id === product))
      return { path: [...path, 'product'], message: 'There is no product of this id.' };
    if (!right.every((plane) => depths.includes(plane)))
      return { path: [...path, 'depths'], message: 'This depth cannot be chosen: name it among the depths.' };
    if (exact(units.from).gt(exact(units.to)) || exact(units.to).isZero())
      return { path: [...path, 'units'], message: 'The dose is above zero and goes from the lower to the higher.' };
    // The boundary belongs to both: a point there would be right and dangerous at once.
    if (dangers.some((danger) => touch(danger.polygon, polygon)))
      return { path: [...path, 'polygon'], message: 'This target touches a danger zone.' };
  }
  return undefined;
}
