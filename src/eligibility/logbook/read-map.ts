import { exact, questionType } from '../../questions/index.js';
import { DomainError, invalidField } from '../../shared/index.js';
import type { Procedure } from '../procedures/procedures.js';
import type { MapPoint } from './entry.schemas.js';

const field = 'map.points';
/** A dose of one point beyond this is a slip of the pen. */
const mostUnits = 500;
/** The name of the one product of an entry among the map's choices. */
export const used = 'used';

/**
 * The points as the face map of the exams sends them, each with its dose and depth.
 * @throws DomainError at `map.points`
 */
export function readMap({ depths, unit, kind }: Procedure, sent: unknown): MapPoint[] {
  const slots = [
    { id: used, part: `product:${used}` },
    ...depths.map((depth) => ({ id: depth, part: `depth:${depth}` })),
  ];
  const body = { products: [{ id: used, name: kind, unit }], depths };
  const points = read(() => questionType('faceMap').read(sent, { body, slots, variant: null, separator: '.' }));
  if (points.length === 0) throw invalidField(field, 'Place a point for each injection.');
  return points.map(({ x, y, units, depth }, at) => {
    if (!units) throw invalidField(field, `Point ${at + 1}: Write the ${unit}.`);
    const dose = exact(units);
    if (dose.lte(0)) throw invalidField(field, `Point ${at + 1}: The dose is above zero.`);
    if (dose.gt(mostUnits)) throw invalidField(field, `Point ${at + 1}: At most ${mostUnits} ${unit}.`);
    if (!depth) throw invalidField(field, `Point ${at + 1}: Choose the depth.`);
    return { x, y, units: dose.toFixed(), depth: depth as MapPoint['depth'] };
  });
}

interface Sent {
  x: number;
  y: number;
  units?: string;
  depth?: string;
}

function read(take: () => object | null): Sent[] {
  try {
    return (take() as { points: Sent[] } | null)?.points ?? [];
  } catch (error) {
    if (error instanceof DomainError) throw invalidField(field, error.message);
    throw error;
  }
}
