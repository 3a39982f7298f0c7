import { exact, type Exact } from '../../marking/decimal.js';
import { bestTotal } from '../../maps/best-matching.js';
import { isInside, type Point, type Polygon } from '../../maps/polygon.js';
import type { Outcome } from '../question-type.js';
import type { Plane } from './planes.js';

interface Target {
  id: string;
  name?: string | undefined;
  polygon: Polygon;
  product: string;
  units: { from: string; to: string };
  depths: Plane[];
  weight: number;
}

export interface MapKey {
  targets: Target[];
  dangers: { id: string; polygon: Polygon; why: string }[];
  weights: { place: number; dose: number; plane: number };
  /** Percent of the question's marks. */
  surplusCost: number;
}

/** A point as marked, with the author's names of product and plane. */
export interface MappedPoint {
  at: Point;
  product: string | undefined;
  plane: string | undefined;
  units: Exact | undefined;
}

/**
 * Pairs points with the targets they lie in so that place, dose and depth earn most, less the cost of each point
 * without a target. All in whole numbers; a point in a danger zone undoes everything else.
 */
export function markMap({ targets, dangers, weights, surplusCost }: MapKey, points: MappedPoint[]): Outcome {
  const harmed = dangers.filter(({ polygon }) => points.some(({ at }) => isInside(polygon, at)));
  if (harmed.length > 0) return { credit: 0, critical: harmed.map(({ why }) => why).join(' '), finding: 'danger_zone' };

  const { place, dose, plane } = weights;
  const whole = targets.reduce((sum, { weight }) => sum + weight, 0) * (place + dose + plane);
  const cost = surplusCost * whole;
  const around = points.map(({ at }) => targets.map(({ polygon }) => isInside(polygon, at)));
  // A pair is worth its marks and the cost it saves: the maximum then weighs both, and no order can change it.
  const worth = points.map((point, row) =>
    targets.map((target, column) => {
      if (!around[row]![column]) return 0;
      const parts = place + (isDosed(point, target) ? dose : 0) + (isAtDepth(point, target) ? plane : 0);
      return 100 * target.weight * parts + cost;
    }),
  );
  const earned = (bestTotal(worth) - cost * points.length) / (100 * whole);
  const found = points.map((point, row) => findingOf(point, targets.filter((_, column) => around[row]![column]))); // prettier-ignore
  const finding = (['wrong_unit', 'tenfold'] as const).find((each) => found.includes(each));
  return { credit: Math.max(0, earned), ...(finding && { finding }) };
}

const isAtDepth = ({ plane }: MappedPoint, { depths }: Target) => depths.some((right) => right === plane);

/** Units belong to their product: those of another one are no dose at all. */
function isDosed({ product, units }: MappedPoint, target: Target): boolean {
  return product === target.product && units !== undefined && isWithin(units, target, 0);
}

/** Whether the units, moved by so many powers of ten, are in the target's range. */
function isWithin(units: Exact, { units: { from, to } }: Target, power: number): boolean {
  const moved = units.times(exact('10').pow(power));
  return moved.gte(exact(from)) && moved.lte(exact(to));
}

/** What staff must know of a point, seen from all targets it lies in. */
function findingOf(point: MappedPoint, around: Target[]): 'wrong_unit' | 'tenfold' | undefined {
  const { product, units } = point;
  if (product === undefined || units === undefined || around.length === 0) return undefined;
  const ofProduct = around.filter((target) => target.product === product);
  if (ofProduct.length === 0) return 'wrong_unit';
  const isTenfold = [-3, -2, -1, 1, 2, 3].some((power) => ofProduct.some((target) => isWithin(units, target, power)));
  return isTenfold && !ofProduct.some((target) => isDosed(point, target)) ? 'tenfold' : undefined;
}
